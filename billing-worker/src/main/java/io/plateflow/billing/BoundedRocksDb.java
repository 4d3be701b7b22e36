package io.plateflow.billing;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One budget of memory for all stores of the process: blocks, indexes, filters and write buffers share it. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** Bytes, given among the settings of Kafka Streams; read once. */
    static final String MEMORY = "plateflow.state.memory.bytes";

    private static final long WRITE_BUFFER_BYTES = 4L * 1024 * 1024;
    private static @Nullable Cache cache;
    private static @Nullable WriteBufferManager buffers;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        share(options, Long.parseLong(String.valueOf(settings.get(MEMORY))));
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    }

    @Override
    public void close(String store, Options options) {
        // The cache and the buffers are the process's, not the store's.
    }

    private static synchronized void share(Options options, long bytes) {
        if (cache == null || buffers == null) {
            RocksDB.loadLibrary();
            cache = new LRUCache(bytes);
            buffers = new WriteBufferManager(bytes / 2, cache);
        }
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(buffers);
    }
}
