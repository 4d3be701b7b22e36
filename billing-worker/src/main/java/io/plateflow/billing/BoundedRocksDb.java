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

    /** One that is written to, one that is flushed meanwhile. */
    private static final int PER_STORE = 2;

    /** Of all stores of an instance that holds every partition. */
    private static final int BUFFERS = ByZone.PARTITIONS * LedgerStores.NAMES.length * PER_STORE;

    private static @Nullable Cache cache;
    private static @Nullable WriteBufferManager buffers;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        long bytes = Long.parseLong(String.valueOf(settings.get(MEMORY)));
        share(options, bytes);
        // All of them fit the budget. Once it is spent every write flushes its own store, however little that holds,
        // and the next one waits for the disk: dozens of events a second instead of a thousand.
        options.setWriteBufferSize(bytes / 2 / BUFFERS);
        options.setMaxWriteBufferNumber(PER_STORE);
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
