package io.plateflow.billing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

class BoundedRocksDbTest {
    private static final int MEMORY = 64 * 1024 * 1024;
    private static final int STORES = ByZone.PARTITIONS * LedgerStores.NAMES.length;
    private static final int VALUE = 1000;
    private static final int VALUES_EACH = 800;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void flushesAStoreOnlyOnceItsOwnBufferIsFull() throws RocksDBException {
        RocksDB.loadLibrary();
        List<Options> options = new ArrayList<>();
        List<RocksDB> stores = new ArrayList<>();
        try (WriteOptions unlogged = new WriteOptions().setDisableWAL(true)) {
            for (int n = 0; n < STORES; n++) {
                options.add(options());
                stores.add(RocksDB.open(
                        options.get(n), directory.resolve("store-" + n).toString()));
            }
            Random random = new Random(7);
            byte[] value = new byte[VALUE];
            for (RocksDB store : stores) {
                for (int n = 0; n < VALUES_EACH; n++) {
                    random.nextBytes(value);
                    store.put(unlogged, Integer.toString(n).getBytes(UTF_8), value);
                }
                assertThat(store.getLongProperty("rocksdb.current-super-version-number"))
                        .as("how often memory and files changed: twice for each flush, and for compactions")
                        .isLessThan(20);
            }
        } finally {
            stores.forEach(RocksDB::close);
            options.forEach(Options::close);
        }
    }

    private static Options options() {
        // As Kafka Streams does.
        Options options = new Options().setCreateIfMissing(true).setAtomicFlush(true);
        options.setTableFormatConfig(new BlockBasedTableConfig());
        new BoundedRocksDb().setConfig("a store", options, Map.of(BoundedRocksDb.MEMORY, Integer.toString(MEMORY)));
        return options;
    }
}
