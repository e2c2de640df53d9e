import type {ReactNode} from 'react';

export const metadata = {title: 'Werken in de zorg', icons: {icon: 'data:,'}};

export default function Layout({children}: {children: ReactNode}) {
  return (
    <html lang="nl">
      <body>{children}</body>
    </html>
  );
}
