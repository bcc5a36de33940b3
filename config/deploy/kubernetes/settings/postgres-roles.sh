# The two roles and the database of docs/operating.md, once, when PostgreSQL starts on an empty volume.
psql -v ON_ERROR_STOP=1 -v owner="$(head -n 1 /run/secrets/postgres/owner-password)" \
    -v app="$(head -n 1 /run/secrets/postgres/database-password)" <<'SQL'
create role audit_owner login password :'owner';
create role audit_app login password :'app';
create database audit owner audit_owner template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C';
SQL
