package io.plateflow.local.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The photos in folders and those that come: each once it has not changed for two seconds, since cameras write theirs
 * slowly. One that is written anew comes anew.
 */
final class Watch implements AutoCloseable {
    private static final Duration WHOLE_AFTER = Duration.ofSeconds(2);
    private static final long LOOK_MILLIS = 500;

    /** What a file looked like, and since when. */
    private record Look(long size, long modified, long sinceNanos) {
        boolean isLike(Look later) {
            return size == later.size && modified == later.modified;
        }
    }

    private final List<Path> folders;
    private final WatchService service;
    private final Map<Path, Optional<Look>> growing = new HashMap<>();

    private Watch(List<Path> folders, WatchService service) {
        this.folders = folders;
        this.service = service;
    }

    static Watch over(List<Path> folders) throws IOException {
        Watch watch = new Watch(folders, folders.get(0).getFileSystem().newWatchService());
        for (Path folder : folders) {
            watch.take(folder);
        }
        return watch;
    }

    /** Those that have become whole; waits half a second for something to happen. */
    List<PhotoFile> next() throws IOException, InterruptedException {
        WatchKey key = service.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        while (key != null) {
            Path folder = (Path) key.watchable();
            for (WatchEvent<?> event : key.pollEvents()) {
                heed(folder, event);
            }
            key.reset();
            key = service.poll();
        }
        return whole();
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private void heed(Path folder, WatchEvent<?> event) throws IOException {
        if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
            for (Path all : folders) {
                take(all);
            }
        } else if (event.context() instanceof Path name) {
            take(folder.resolve(name));
        }
    }

    /** A file, or a folder with all that is below; its folders are listened to before they are read, so that none slips by. */
    private void take(Path path) throws IOException {
        try {
            for (Path folder : below(path, Files::isDirectory)) {
                folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            }
            below(path, found -> PhotoFile.of(found).isPresent())
                    .forEach(photo -> growing.putIfAbsent(photo, Optional.empty()));
        } catch (NoSuchFileException gone) {
            growing.remove(path); // renamed perhaps, which is heard of on its own
        }
    }

    private static List<Path> below(Path path, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(wanted).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<PhotoFile> whole() {
        List<PhotoFile> whole = new ArrayList<>();
        Iterator<Map.Entry<Path, Optional<Look>>> each = growing.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Path, Optional<Look>> one = each.next();
            Optional<Look> now = look(one.getKey());
            if (now.isEmpty()) {
                each.remove(); // gone, or renamed, which is heard of on its own
            } else if (one.getValue().filter(now.get()::isLike).isEmpty()) {
                one.setValue(now);
            } else if (now.get().sinceNanos() - one.getValue().get().sinceNanos() >= WHOLE_AFTER.toNanos()) {
                each.remove();
                PhotoFile.of(one.getKey()).ifPresent(whole::add);
            }
        }
        return whole;
    }

    private static Optional<Look> look(Path file) {
        try {
            return Optional.of(
                    new Look(Files.size(file), Files.getLastModifiedTime(file).toMillis(), System.nanoTime()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
