<?php
/**
 * What the tests need of their site: put into wp-content/mu-plugins, where WordPress runs it by itself.
 *
 * @package Regiokaart
 */

// Nothing is asked of other sites: not for updates, not for news.
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

// As the guide says, for sites without the plug-in: what a theme has in its functions.php. Here on one page only.
if ( isset( $_GET['classic'] ) ) {
	%GUIDE%
}
