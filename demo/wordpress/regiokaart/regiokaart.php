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

/** Script modules came with it. */
const REGIOKAART_WORDPRESS = '6.5';

/** The ids of regions are for `<regio-kaart>` to know; here is only how one looks. */
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
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
		REGIOKAART_VERSION,
		true
	);
	register_block_type( __DIR__, array( 'render_callback' => 'regiokaart_render_block' ) );
}

/**
 * The block as visitors get it.
 *
 * @param array $attributes Those of block.json.
 * @return string
 */
function regiokaart_render_block( $attributes ) {
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), regiokaart_markup( $attributes ) );
}

/**
 * Whether this WordPress is one that the plug-in works in. WordPress itself refuses to activate it in an older one, but
 * a site may have been set back to an older one since.
 *
 * @return bool
 */
function regiokaart_can_load_modules() {
	return function_exists( 'wp_enqueue_script_module' );
}

/**
 * Tells the administrator why visitors get no more than the link.
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
 * Reads a shortcode whose quotes are curly. WordPress takes those for a part of the value.
 *
 * @param string|false $output     Of another plug-in; false when there is none.
 * @param string       $tag        Name of the shortcode.
 * @param array|string $attributes As WordPress reads them.
 * @param array        $shortcode  What stands in the text; at 3 its attributes.
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
 * @param array|string $given Attributes with the names of the element; a text when there are none.
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
	// A name without a value comes as a value without a name.
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
 * @param array $given Attributes of the block; what is missing gets its default.
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
 * What stands in the element before its script runs, and where none runs.
 *
 * @param array $given Attributes of the block.
 * @return string
 */
function regiokaart_content( $given ) {
	return sprintf(
		'<a href="%s">%s</a>',
		esc_url( (string) $given['linkUrl'] ),
		esc_html( (string) $given['linkText'] )
	);
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
	$level    = (int) $given['headingLevel'];
	$module   = regiokaart_module_url();
	$shown    = array(
		'postcode'      => preg_match( REGIOKAART_POSTCODE, $postcode ) ? $postcode : '',
		'region'        => preg_match( REGIOKAART_REGION, $region ) ? $region : '',
		'map'           => in_array( $given['map'], array( 'click', 'none' ), true ) ? $given['map'] : '',
		'tiles'         => $given['tiles'] ? 'pdok' : '',
		'heading-level' => $level >= 1 && $level <= 6 && 2 !== $level ? (string) $level : '',
		'lang'          => in_array( $given['lang'], array( 'nl', 'en' ), true ) ? $given['lang'] : '',
		// Where the page itself is: a path or https. Other schemes have no business here.
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
	// For the plain script, where an optimiser moved or joined it.
	if ( '' !== $module ) {
		$text .= sprintf( ' data-base="%s/"', esc_url( dirname( $module ) ) );
	}
	return $text;
}

/**
 * Where the module is: in the folder of this plug-in, unless the filter `regiokaart_module_url` gives another place.
 *
 * @return string Empty when the folder `cdn` is missing.
 */
function regiokaart_module_url() {
	$own = is_readable( __DIR__ . '/cdn/regiokaart.js' ) ? plugins_url( 'cdn/regiokaart.js', __FILE__ ) : '';
	return (string) apply_filters( 'regiokaart_module_url', $own );
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
 * Optimisers that move or join scripts: in another folder the module does not find its other files. Each has a list of
 * its own; where the optimiser is not there, nothing reads it.
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
 * Adds the place of the module to a list of patterns.
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
 * The same for Autoptimize: names with commas between them, or a list with the names as keys.
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
