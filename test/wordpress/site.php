<?php
/**
 * Settings of the test site, in wp-content/mu-plugins, from which WordPress loads it automatically.
 *
 * @package Regiokaart
 */

// No requests to other sites, such as for updates or news.
add_filter( 'pre_http_request', fn() => new WP_Error( 'test', 'no network' ) );
add_filter( 'pre_option_show_avatars', '__return_zero' );
foreach ( array( 'core', 'plugins', 'themes' ) as $site_part ) {
	add_filter(
		"pre_site_transient_update_$site_part",
		fn() => (object) array(
			'last_checked'    => time(),
			'version_checked' => $GLOBALS['wp_version'],
			'updates'         => array(),
			'translations'    => array(),
			'response'        => array(),
			'no_update'       => array(),
			'checked'         => array(),
		)
	);
}

// Each page of the administration would ask twice whether scripts can be compressed.
add_filter( 'pre_site_option_can_compress_scripts', '__return_zero' );

/**
 * Who asks, with the password of this site.
 *
 * @param string $name     Name of a user.
 * @param string $password Password that came with it.
 * @return WP_User|false
 */
function test_site_user( $name, $password ) {
	return hash_equals( '%PASSWORD%', $password ) ? get_user_by( 'login', $name ) : false;
}

// The tests ask the interface with a name and the password, without a page.
add_filter(
	'determine_current_user',
	function ( $id ) {
		$user = isset( $_SERVER['PHP_AUTH_USER'] ) ? test_site_user( $_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW'] ) : false;
		return $user ? $user->ID : $id;
	}
);

// A theme in one of its variations, for this request alone.
if ( isset( $_GET['test-theme'] ) ) {
	add_filter( 'pre_option_template', fn() => $_GET['test-theme'] );
	add_filter( 'pre_option_stylesheet', fn() => $_GET['test-theme'] );
	add_filter(
		'wp_theme_json_data_user',
		fn( $data ) => $data->update_with(
			json_decode( file_get_contents( get_theme_file_path( 'styles/' . $_GET['test-variation'] . '.json' ) ), true )
		)
	);
}

// A web font that comes late moves all texts that are set in it, whosever they are; here only what is ours may show.
remove_action( 'wp_head', 'wp_print_font_faces', 50 );

// What plug-ins for search engines add; a bare WordPress has none.
add_action( 'wp_head', fn() => print '<meta name="description" content="Werken in zorg en welzijn.">' );

add_action(
	'init',
	function () {
		if ( isset( $_GET['test-notice'] ) ) {
			trigger_error( 'a notice to see whether the log is read', E_USER_NOTICE );
		}
		if ( isset( $_GET['test-activate'] ) ) {
			update_option( 'active_plugins', array( 'regiokaart/regiokaart.php' ) );
		}
		if ( isset( $_GET['test-login'] ) ) {
			$user = test_site_user( $_GET['test-login'], $_GET['password'] );
			wp_set_auth_cookie( $user->ID );
			exit( 'logged in' );
		}
		if ( get_option( 'test_site_ready' ) ) {
			return;
		}
		wp_insert_user(
			array(
				'user_login' => 'schrijver',
				'user_pass'  => '%PASSWORD%',
				'user_email' => 'schrijver@example.nl',
				'role'       => 'author',
			)
		);
		// Without the guide that covers the editor at its first opening.
		$seen = array( 'welcomeGuide' => false );
		update_user_meta(
			1,
			$GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences',
			array(
				'core'           => $seen,
				'core/edit-post' => $seen,
				'_modified'      => gmdate( 'c' ),
			)
		);
		update_option( 'test_site_ready', true );
	}
);

// The code that the guide recommends for functions.php on sites without the plug-in; here only on one page.
if ( isset( $_GET['classic'] ) ) {
	%GUIDE%
}
