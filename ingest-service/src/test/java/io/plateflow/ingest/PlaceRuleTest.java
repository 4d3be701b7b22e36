package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Capture.PlaceSource;
import io.plateflow.domain.place.Coordinates;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceRuleTest {
    private static final Coordinates REQUESTED = new Coordinates(1, 1);
    private static final Coordinates LINKED = new Coordinates(2, 2);
    private static final Coordinates PHOTOGRAPHED = new Coordinates(3, 3);
    private static final Coordinates MOUNTED = new Coordinates(4, 4);
    private static final String LINK = "https://www.google.com/maps?q=2,2";
    private static final String SHORT_LINK = "https://maps.app.goo.gl/x";

    static Stream<Arguments> truths() {
        return Stream.of(
                Arguments.of(REQUESTED, LINK, PHOTOGRAPHED, MOUNTED, REQUESTED, PlaceSource.REQUEST),
                Arguments.of(null, LINK, PHOTOGRAPHED, MOUNTED, LINKED, PlaceSource.URL),
                Arguments.of(null, SHORT_LINK, PHOTOGRAPHED, MOUNTED, PHOTOGRAPHED, PlaceSource.EXIF),
                Arguments.of(null, null, PHOTOGRAPHED, MOUNTED, PHOTOGRAPHED, PlaceSource.EXIF),
                Arguments.of(null, null, null, MOUNTED, MOUNTED, PlaceSource.CAMERA),
                Arguments.of(null, SHORT_LINK, null, MOUNTED, MOUNTED, PlaceSource.CAMERA),
                Arguments.of(null, SHORT_LINK, null, null, null, null));
    }

    @ParameterizedTest
    @MethodSource("truths")
    void prefersTheRequestThenTheLinkThenThePhotoThenTheCamera(
            @Nullable Coordinates request,
            @Nullable String url,
            @Nullable Coordinates exif,
            @Nullable Coordinates camera,
            @Nullable Coordinates place,
            @Nullable PlaceSource source) {
        ApiKey key = ApiKey.of("k", "").at(camera, null, null);

        Optional<PlaceRule.Found> found = PlaceRule.placeOf(request, url, new Exif(exif, null, null, null), key);

        assertThat(found.map(PlaceRule.Found::place)).isEqualTo(Optional.ofNullable(place));
        assertThat(found.map(PlaceRule.Found::source)).isEqualTo(Optional.ofNullable(source));
    }
}
