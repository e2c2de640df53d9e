// An old or a locked-down engine.
delete window.IntersectionObserver;
delete window.IntersectionObserverEntry;
delete window.ResizeObserver;
delete window.ResizeObserverEntry;
