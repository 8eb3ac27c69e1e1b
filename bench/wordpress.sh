#!/bin/sh
# Runs a real WordPress (Debian packages wordpress, php-cli, php-mysql, php-gd, mariadb-server) on loopback, for as long as a command takes:
#
#   bench/wordpress.sh ./polywire bench wordpress
#
# The command finds the site in the environment: WORDPRESS_ADDRESS, WORDPRESS_USER and WORDPRESS_PASSWORD. Everything lives in a
# temporary folder and is gone afterwards. POLYWIRE_WORDPRESS_SOURCE names the folder of WordPress itself (/usr/share/wordpress).
set -eu

source=${POLYWIRE_WORDPRESS_SOURCE:-/usr/share/wordpress}
for needed in "$source/wp-load.php"; do
    [ -e "$needed" ] || { echo "wordpress.sh: $needed is missing. Install: apt-get install wordpress php-cli php-mysql php-gd mariadb-server" >&2; exit 4; }
done
for needed in php mariadbd mariadb-install-db mariadb; do
    command -v "$needed" >/dev/null || { echo "wordpress.sh: $needed is missing. Install: apt-get install php-cli php-mysql mariadb-server" >&2; exit 4; }
done

folder=$(mktemp -d /tmp/polywire-wordpress.XXXXXX)
database=''
web=''
end() {
    [ -z "$web" ] || kill -- "-$web" 2>/dev/null || true
    [ -z "$database" ] || { kill "$database" 2>/dev/null && wait "$database" 2>/dev/null; } || true
    rm -rf "$folder"
}
trap end EXIT INT TERM

free_port() { php -r '$s = stream_socket_server("tcp://127.0.0.1:0"); echo preg_replace("/.*:/", "", stream_socket_get_name($s, false));'; }

user=$(id -un)
mariadb-install-db --no-defaults --user="$user" --datadir="$folder/data" --auth-root-authentication-method=normal --skip-test-db >"$folder/install.log" 2>&1
mariadbd --no-defaults --user="$user" --datadir="$folder/data" --socket="$folder/sock" --skip-networking --innodb-buffer-pool-size=32M \
    --pid-file="$folder/pid" >"$folder/database.log" 2>&1 &
database=$!
tries=0
until mariadb --no-defaults --socket="$folder/sock" -uroot -e 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4' 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { echo "wordpress.sh: the database does not start:" >&2; tail "$folder/database.log" >&2; exit 4; }
    sleep 0.2
done

port=$(free_port)
cp -rL "$source" "$folder/site"
rm -f "$folder/site/wp-config.php"
cat >"$folder/site/wp-config.php" <<PHP
<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_CHARSET', 'utf8mb4');
define('DB_HOST', 'localhost:$folder/sock');
define('WP_ENVIRONMENT_TYPE', 'local'); define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_HOME', 'http://127.0.0.1:$port'); define('WP_SITEURL', 'http://127.0.0.1:$port');
define('WP_CONTENT_DIR', __DIR__ . '/wp-content');
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
PHP
cat >"$folder/install.php" <<'PHP'
<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1'; $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Loopback', 'admin', 'admin@site.example', false, '', wp_generate_password());
$editor = wp_insert_user(['user_login' => 'polywire', 'user_pass' => wp_generate_password(), 'user_email' => 'polywire@site.example', 'role' => $argv[2]]);
[$password] = WP_Application_Passwords::create_new_application_password($editor, ['name' => 'Polywire']);
foreach (get_posts(['numberposts' => -1, 'post_status' => 'any']) as $post) wp_delete_post($post->ID, true);
echo $password;
PHP
WORDPRESS_PASSWORD=$(php -d error_reporting=0 "$folder/install.php" "$folder/site" "${POLYWIRE_WORDPRESS_ROLE:-editor}" | tail -n 1)
PHP_CLI_SERVER_WORKERS=4 setsid php -S "127.0.0.1:$port" -t "$folder/site" >"$folder/web.log" 2>&1 &
web=$!
export WORDPRESS_ADDRESS="http://127.0.0.1:$port/" WORDPRESS_USER=polywire WORDPRESS_PASSWORD

status=0
"$@" || status=$?
exit "$status"
