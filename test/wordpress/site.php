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

add_action(
	'init',
	function () {
		if ( isset( $_GET['test-notice'] ) ) {
			trigger_error( 'a notice to see whether the log is read', E_USER_NOTICE );
		}
		if ( isset( $_GET['test-activate'] ) ) {
			update_option( 'active_plugins', array( 'regiokaart/regiokaart.php' ) );
		}
		if ( get_option( 'test_site_ready' ) ) {
			return;
		}
		wp_set_password( '%PASSWORD%', 1 );
		wp_insert_user(
			array(
				'user_login' => 'schrijver',
				'user_pass'  => '%PASSWORD%',
				'user_email' => 'schrijver@example.nl',
				'role'       => 'author',
			)
		);
		update_option( 'test_site_ready', true );
	}
);

// The code that the guide recommends for functions.php on sites without the plug-in; here only on one page.
if ( isset( $_GET['classic'] ) ) {
	%GUIDE%
}
