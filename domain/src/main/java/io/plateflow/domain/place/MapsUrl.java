package io.plateflow.domain.place;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link to a map, read for its coordinates. It is parsed, never fetched. */
public final class MapsUrl {
    private static final int LONGEST = 2048;
    /** Whole: a longer number is none, not its first digits. */
    private static final String NUMBER = "([-+]?\\d{1,3}(?:\\.\\d{1,20})?)(?![\\d.])";

    /** A place that was pinned beats the centre of the view, so the order matters. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("!3d" + NUMBER + "!4d" + NUMBER),
            Pattern.compile("[?&]mlat=" + NUMBER + "&mlon=" + NUMBER),
            Pattern.compile("[?&](?:q|query|ll|destination|daddr|center)=(?:loc:)?" + NUMBER + ",\\s*" + NUMBER),
            Pattern.compile("/(?:search|place|dir)/(?:[^/?#]*/)?" + NUMBER + ",\\s*" + NUMBER),
            Pattern.compile("@" + NUMBER + "," + NUMBER),
            Pattern.compile("#map=\\d+(?:\\.\\d+)?/" + NUMBER + "/" + NUMBER));

    private MapsUrl() {}

    /** Whether {@code url} may be kept and shown: absolute http or https, a host, no user name, ≤ 2048 characters. */
    public static boolean isLink(String url) {
        if (url.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = new URI(url.replace(" ", "%20"));
            String scheme = uri.getScheme();
            return scheme != null
                    && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The coordinates that a Google Maps or OpenStreetMap link names; empty when it names none, or none on Earth. */
    public static Optional<Coordinates> coordinatesIn(String url) {
        if (!isLink(url)) {
            return Optional.empty();
        }
        String text = URLDecoder.decode(
                url.replace("+", "%20").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
        for (Pattern form : FORMS) {
            Matcher m = form.matcher(text);
            if (m.find()) {
                double latitude = Double.parseDouble(m.group(1));
                double longitude = Double.parseDouble(m.group(2));
                if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
                    return Optional.of(new Coordinates(latitude, longitude));
                }
            }
        }
        return Optional.empty();
    }
}
