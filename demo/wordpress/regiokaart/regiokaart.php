<?php
/**
 * Plugin Name:       Regiokaart
 * Description:       Block and shortcode for the regiokaart: postcode, map or list in, contact card of the regional employer organisation out.
 * Version:           1.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       regiokaart
 *
 * @package Regiokaart
 */

defined( 'ABSPATH' ) || exit;

const REGIOKAART_VERSION = '1.1.0';

/** The first version with script modules. */
const REGIOKAART_WORDPRESS = '6.5';

/** Form of an id of a region. Only `<regio-kaart>` knows which ids exist. */
const REGIOKAART_REGION = '/^[a-z]+(-[a-z]+)*$/';

/** A postcode with or without its letters. */
const REGIOKAART_POSTCODE = '/^[1-9][0-9]{3} ?([A-Za-z]{2})?$/';

/**
 * Curly and other quotes that word processors and editors put in place of straight ones.
 */
const REGIOKAART_QUOTES = '/[\x{2018}-\x{201F}\x{2032}\x{2033}\x{2039}\x{203A}\x{00AB}\x{00BB}]/u';

add_action( 'init', 'regiokaart_register' );
add_action( 'admin_notices', 'regiokaart_notice' );
add_shortcode( 'regiokaart', 'regiokaart_shortcode' );
add_filter( 'pre_do_shortcode_tag', 'regiokaart_straighten', 10, 4 );
add_filter( 'no_texturize_tags', 'regiokaart_keep_texts' );

/**
 * Registers the block and the script of its editor.
 */
function regiokaart_register() {
	if ( ! regiokaart_can_load_modules() ) {
		return;
	}
	wp_register_script(
		'regiokaart-editor',
		plugins_url( 'editor.js', __FILE__ ),
		array( 'wp-api-fetch', 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-url' ),
		REGIOKAART_VERSION,
		true
	);
	register_block_type( __DIR__, array( 'render_callback' => 'regiokaart_render_block' ) );
}

/**
 * Renders the block for visitors.
 *
 * @param array $attributes Attributes from block.json.
 * @return string
 */
function regiokaart_render_block( $attributes ) {
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), regiokaart_markup( $attributes ) );
}

/**
 * Keeps the quotes and dashes in the texts of the element as they are: its script has the same ones, and nothing may move.
 *
 * @param array $tags Names of tags whose texts WordPress leaves alone.
 * @return array
 */
function regiokaart_keep_texts( $tags ) {
	$tags[] = 'regio-kaart';
	return $tags;
}

/**
 * Whether the plug-in works in this version of WordPress. Older versions refuse to activate it, but a site may have been
 * downgraded later.
 *
 * @return bool
 */
function regiokaart_can_load_modules() {
	return function_exists( 'wp_enqueue_script_module' );
}

/**
 * Shows the administrator why visitors get only the link.
 */
function regiokaart_notice() {
	if ( ! current_user_can( 'activate_plugins' ) ) {
		return;
	}
	$text = '';
	if ( ! regiokaart_can_load_modules() ) {
		$text = sprintf( 'Regiokaart heeft WordPress %s of nieuwer nodig.', REGIOKAART_WORDPRESS );
	} elseif ( '' === regiokaart_module_url() ) {
		$text = 'Regiokaart: de map cdn ontbreekt in de plug-in. Kopieer dist/cdn naar regiokaart/cdn.';
	}
	if ( '' !== $text ) {
		printf(
			'<div class="notice notice-error"><p>%s %s</p></div>',
			esc_html( $text ),
			'Tot die tijd zien bezoekers alleen een link.'
		);
	}
}

/**
 * Reads a shortcode with curly quotes, which WordPress treats as part of the value.
 *
 * @param string|false $output     Output of another plug-in; false if there is none.
 * @param string       $tag        Name of the shortcode.
 * @param array|string $attributes Attributes as WordPress reads them.
 * @param array        $shortcode  Parts of the match; index 3 has the attributes.
 * @return string|false
 */
function regiokaart_straighten( $output, $tag, $attributes, $shortcode ) {
	if ( 'regiokaart' !== $tag || false !== $output ) {
		return $output;
	}
	$text     = html_entity_decode( $shortcode[3], ENT_QUOTES, 'UTF-8' );
	$straight = preg_replace( REGIOKAART_QUOTES, '"', $text );
	// Null for a text that is not UTF-8.
	return null === $straight ? $output : regiokaart_shortcode( shortcode_parse_atts( $straight ) );
}

/**
 * [regiokaart postcode="1316" region="zeeland" map="click" tiles="pdok" heading-level="3" lang="en" deep-link no-location data-src="/my.json" report-url="https://…" structured-data]
 *
 * @param array|string $given Attributes with the names of the element; a string if there are none.
 * @return string
 */
function regiokaart_shortcode( $given ) {
	$given = (array) $given;
	$names = array(
		'postcode'      => 'postcode',
		'region'        => 'region',
		'map'           => 'map',
		'lang'          => 'lang',
		'heading-level' => 'headingLevel',
		'data-src'      => 'dataSrc',
		'report-url'    => 'reportUrl',
	);

	$attributes = array();
	foreach ( $names as $name => $attribute ) {
		if ( isset( $given[ $name ] ) ) {
			$attributes[ $attribute ] = $given[ $name ];
		}
	}
	$attributes['tiles'] = isset( $given['tiles'] ) && 'pdok' === $given['tiles'];
	// WordPress passes a name without a value as a value without a name.
	$has = function ( $name ) use ( $given ) {
		return isset( $given[ $name ] ) || in_array( $name, $given, true );
	};

	$attributes['location']       = ! $has( 'no-location' );
	$attributes['deepLink']       = $has( 'deep-link' );
	$attributes['structuredData'] = $has( 'structured-data' );
	return regiokaart_markup( $attributes );
}

/**
 * The element, and the script that it needs.
 *
 * @param array $given Attributes of the block; missing ones get their default.
 * @return string
 */
function regiokaart_markup( $given ) {
	$given = array_merge(
		array(
			'postcode'       => '',
			'region'         => '',
			'map'            => 'visible',
			'tiles'          => false,
			'deepLink'       => false,
			'headingLevel'   => 2,
			'lang'           => '',
			'location'       => true,
			'dataSrc'        => '',
			'reportUrl'      => '',
			'structuredData' => false,
			'linkText'       => 'Vind de werkgeversorganisatie in jouw regio',
			'linkUrl'        => 'https://www.regioplus.nl',
		),
		$given
	);

	regiokaart_enqueue();

	return sprintf( '<regio-kaart%s>%s</regio-kaart>', regiokaart_attributes( $given ), regiokaart_content( $given ) );
}

/**
 * What stands in the element before its script runs, and where none runs: its own markup as the build has made it, and
 * the link, for browsers and readers that do not know such markup.
 *
 * @param array $given Attributes of the block.
 * @return string
 */
function regiokaart_content( $given ) {
	return regiokaart_shadow_root( $given ) . sprintf(
		'<a href="%s">%s</a>',
		esc_url( (string) $given['linkUrl'] ),
		esc_html( (string) $given['linkText'] )
	);
}

/**
 * The markup of the element as the build has made it.
 *
 * @param array $given Attributes of the block.
 * @return string Empty when the folder `cdn` is missing, or this WordPress cannot load the module.
 */
function regiokaart_shadow_root( $given ) {
	$file   = __DIR__ . '/cdn/prerendered.php';
	$folder = regiokaart_folder_url();
	if ( '' === $folder || ! regiokaart_can_load_modules() || ! is_readable( $file ) ) {
		return '';
	}
	require_once $file;
	// Without a language of its own the element takes that of the page.
	$lang = '' === (string) $given['lang'] ? get_bloginfo( 'language' ) : (string) $given['lang'];
	$map  = in_array( $given['map'], array( 'click', 'none' ), true ) ? $given['map'] : 'visible';
	$css  = add_query_arg( 'ver', REGIOKAART_VERSION, $folder . 'regiokaart.css' );
	return regiokaart_prerendered(
		0 === strpos( strtolower( $lang ), 'en' ) ? 'en' : 'nl',
		$map,
		regiokaart_level( $given ),
		(bool) $given['location'],
		esc_url( $css ),
		// The region of a postcode is for the script to find.
		'' === trim( (string) $given['postcode'] ) ? (string) $given['region'] : ''
	);
}

/**
 * The level of the first heading.
 *
 * @param array $given Attributes of the block.
 * @return int 1 to 6.
 */
function regiokaart_level( $given ) {
	$level = (int) $given['headingLevel'];
	return $level >= 1 && $level <= 6 ? $level : 2;
}

/**
 * The attributes of the element. What one cannot be is left out: the element then does as it does by itself.
 *
 * @param array $given Attributes of the block.
 * @return string With a space before each.
 */
function regiokaart_attributes( $given ) {
	$postcode = trim( (string) $given['postcode'] );
	$region   = (string) $given['region'];
	$level    = regiokaart_level( $given );
	$folder   = regiokaart_folder_url();
	$shown    = array(
		'postcode'      => preg_match( REGIOKAART_POSTCODE, $postcode ) ? $postcode : '',
		'region'        => preg_match( REGIOKAART_REGION, $region ) ? $region : '',
		'map'           => in_array( $given['map'], array( 'click', 'none' ), true ) ? $given['map'] : '',
		'tiles'         => $given['tiles'] ? 'pdok' : '',
		'heading-level' => 2 === $level ? '' : (string) $level,
		'lang'          => in_array( $given['lang'], array( 'nl', 'en' ), true ) ? $given['lang'] : '',
		// Only paths and addresses with http or https; other schemes are not allowed.
		'data-src'      => esc_url_raw( (string) $given['dataSrc'], array( 'http', 'https' ) ),
		'report-url'    => esc_url_raw( (string) $given['reportUrl'], array( 'https', 'mailto' ) ),
	);
	$present  = array(
		'deep-link'       => $given['deepLink'],
		'no-location'     => ! $given['location'],
		'structured-data' => $given['structuredData'],
	);

	$text = '';
	foreach ( $shown as $name => $value ) {
		if ( '' !== $value ) {
			$text .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	foreach ( array_keys( array_filter( $present ) ) as $name ) {
		$text .= ' ' . $name;
	}
	// For the plain script, in case an optimiser has moved or joined it.
	if ( '' !== $folder ) {
		$text .= sprintf( ' data-base="%s"', esc_url( $folder ) );
	}
	return $text;
}

/**
 * Address of the module: in the folder of this plug-in, unless the filter `regiokaart_module_url` sets another one.
 *
 * @return string Empty if the folder `cdn` is missing.
 */
function regiokaart_module_url() {
	$own = is_file( __DIR__ . '/cdn/regiokaart.js' ) ? plugins_url( 'cdn/regiokaart.js', __FILE__ ) : '';
	return (string) apply_filters( 'regiokaart_module_url', $own );
}

/**
 * Where the module and the files beside it are.
 *
 * @return string With a slash at its end; empty when the folder `cdn` is missing.
 */
function regiokaart_folder_url() {
	$module = regiokaart_module_url();
	return '' === $module ? '' : dirname( strtok( $module, '?' ) ) . '/';
}

/**
 * Loads the module on pages that have the element.
 */
function regiokaart_enqueue() {
	$url = regiokaart_module_url();
	if ( '' !== $url && regiokaart_can_load_modules() ) {
		wp_enqueue_script_module( 'regiokaart', $url, array(), REGIOKAART_VERSION );
	}
}

/*
 * Excludes the module from optimisers that move or join scripts, because in another folder it does not find its other
 * files. Each optimiser has its own list, which nothing else reads.
 */
foreach ( array(
	'rocket_exclude_js',
	'rocket_exclude_defer_js',
	'rocket_delay_js_exclusions',
	'litespeed_optimize_js_excludes',
	'litespeed_optm_js_defer_exc',
) as $regiokaart_filter ) {
	add_filter( $regiokaart_filter, 'regiokaart_exclude' );
}
add_filter( 'autoptimize_filter_js_exclude', 'regiokaart_exclude_from_autoptimize' );

/**
 * Adds the address of the module to a list of patterns.
 *
 * @param mixed $patterns List of patterns.
 * @return array
 */
function regiokaart_exclude( $patterns ) {
	$patterns   = (array) $patterns;
	$patterns[] = 'regiokaart';
	return $patterns;
}

/**
 * The same for Autoptimize: names separated by commas, or a list with the names as keys.
 *
 * @param mixed $patterns Text or list.
 * @return array|string
 */
function regiokaart_exclude_from_autoptimize( $patterns ) {
	if ( is_array( $patterns ) ) {
		return $patterns + array( 'regiokaart' => '' );
	}
	return ltrim( $patterns . ', regiokaart', ', ' );
}
