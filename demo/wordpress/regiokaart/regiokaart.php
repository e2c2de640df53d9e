<?php
/**
 * Plugin Name:       Regiokaart
 * Description:       Block and shortcode for the regiokaart: postcode, map or list in, contact card of the regional employer organisation out.
 * Version:           1.0.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       regiokaart
 *
 * @package Regiokaart
 */

defined( 'ABSPATH' ) || exit;

const REGIOKAART_VERSION = '1.0.0';

/** The ids of regions are for `<regio-kaart>` to know; here is only how one looks. */
const REGIOKAART_REGION = '/^[a-z]+(-[a-z]+)*$/';

/** A postcode with or without its letters. */
const REGIOKAART_POSTCODE = '/^[1-9][0-9]{3} ?([A-Za-z]{2})?$/';

add_action( 'init', 'regiokaart_register' );
add_shortcode( 'regiokaart', 'regiokaart_shortcode' );

/**
 * Registers the block and the script of its editor.
 */
function regiokaart_register() {
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
 * [regiokaart postcode="1316" region="zeeland" map="click" tiles="pdok" heading-level="3" lang="en" no-location data-src="/my.json" report-url="https://…" structured-data]
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
	$attributes['location']       = ! isset( $given['no-location'] ) && ! in_array( 'no-location', $given, true );
	$attributes['structuredData'] = isset( $given['structured-data'] ) || in_array( 'structured-data', $given, true );
	return regiokaart_markup( $attributes );
}

/**
 * The element with its fallback. What an attribute cannot be is left out: the element then does as it does by itself.
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

	$postcode = trim( (string) $given['postcode'] );
	$region   = (string) $given['region'];
	$level    = (int) $given['headingLevel'];
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

	$text = '';
	foreach ( $shown as $name => $value ) {
		if ( '' !== $value ) {
			$text .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	if ( ! $given['location'] ) {
		$text .= ' no-location';
	}
	if ( $given['structuredData'] ) {
		$text .= ' structured-data';
	}
	return sprintf(
		'<regio-kaart%s><a href="%s">%s</a></regio-kaart>',
		$text,
		esc_url( (string) $given['linkUrl'] ),
		esc_html( (string) $given['linkText'] )
	);
}

/**
 * Loads the module on pages that have the element, from the folder of this plug-in. A site that has the files elsewhere
 * says so with the filter `regiokaart_module_url`.
 */
function regiokaart_enqueue() {
	$url = apply_filters( 'regiokaart_module_url', plugins_url( 'cdn/regiokaart.js', __FILE__ ) );
	wp_enqueue_script_module( 'regiokaart', $url, array(), REGIOKAART_VERSION );
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
