package io.plateflow.ocr.text;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The steps of a line out of Tesseract's hOCR.
 *
 * <p>With {@code lstm_choice_mode} 1 an element whose id begins with {@code timestep} holds an element for each likely
 * character: its title gives the probability in whole percent, its text the character, or nothing for no character.
 * (Tesseract 5.5.1, src/api/hocrrenderer.cpp)
 */
final class Hocr {
    private static final String STEP = "timestep";
    private static final String CHARACTER = "choice";
    private static final String PERCENT = "x_confs ";

    private static final float LEAST = 1e-9f;

    private Hocr() {}

    /** The letters and digits of each step, lower case counted as upper; all else is no character. */
    static Emissions emissions(String hocr) {
        List<float[]> steps = new ArrayList<>();
        try {
            XMLInputFactory xml = XMLInputFactory.newDefaultFactory(); // not safe for threads
            xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader in = xml.createXMLStreamReader(new StringReader("<hocr>" + hocr + "</hocr>"));
            while (in.hasNext()) {
                in.next();
                String id = in.isStartElement() ? in.getAttributeValue(null, "id") : null;
                if (id != null && id.startsWith(STEP)) {
                    steps.add(new float[Emissions.SYMBOLS]);
                } else if (id != null && id.startsWith(CHARACTER)) {
                    add(in, steps.get(steps.size() - 1));
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Tesseract's hOCR cannot be read", e);
        }
        steps.forEach(Hocr::completeWithBlank);
        return new Emissions(spikes(steps).toArray(float[][]::new));
    }

    private static void add(XMLStreamReader in, float[] step) throws XMLStreamException {
        String title = in.getAttributeValue(null, "title");
        String text = in.getElementText().toUpperCase(Locale.ROOT);
        if (text.length() == 1 && Emissions.ALPHABET.contains(text)) {
            step[Emissions.symbol(text.charAt(0))] += Integer.parseInt(title.substring(PERCENT.length())) / 100f;
        }
    }

    private static void completeWithBlank(float[] step) {
        float characters = 0;
        for (float probability : step) {
            characters += probability;
        }
        step[Emissions.BLANK] = Math.max(LEAST, 1 - characters);
    }

    /** Of steps in a row with the same likeliest character the surest: a doubt about it counts once, not once a step. */
    private static List<float[]> spikes(List<float[]> steps) {
        List<float[]> spikes = new ArrayList<>();
        int before = Emissions.BLANK;
        for (float[] step : steps) {
            int best = Emissions.likeliest(step);
            if (best == Emissions.BLANK || best != before) {
                spikes.add(step);
            } else if (step[best] > spikes.get(spikes.size() - 1)[best]) {
                spikes.set(spikes.size() - 1, step);
            }
            before = best;
        }
        return spikes;
    }
}
