-- Makes the Parquet files of this folder; run by DuckDB 2.0 in this folder. All values are invented.
create table people as select * from (values
  ('佐藤 花子', date '1980-01-31', timestamp '2026-03-04 05:06:07', timestamptz '2026-03-04 05:06:07+00', 12.50::decimal(9,2),
   42::integer, 7::ubigint, 1.5::double, true, '00112233-4455-6677-8899-aabbccddeeff'::uuid,
   {'city': 'Tokyo', 'zip': '100-0001'}, ['a', 'b'], [{'id': 1, 'note': 'x'}, {'id': 2, 'note': null}],
   map {'k': 'v'}, 'plain'::blob, '\xFF\x00'::blob, time '01:02:03'),
  (null, null, null, null, null, null, null, null, null, null, null, [], null, null, null, null, null)
) t(name, born, seen, seen_utc, paid, visits, big, ratio, ok, id, address, tags, items, attributes, text_bytes, bytes, hour);
copy people to 'zstd.parquet' (format parquet, codec zstd);
copy people to 'snappy.parquet' (format parquet, codec snappy);
copy people to 'gzip.parquet' (format parquet, codec gzip);
copy people to 'lz4.parquet' (format parquet, codec lz4_raw);
copy people to 'plain.parquet' (format parquet, codec uncompressed);
copy people to 'brotli.parquet' (format parquet, codec brotli);
copy (select i, 'user' || i || '@example.jp' as mail from range(5000) t(i)) to 'groups.parquet' (format parquet, row_group_size 2048);
