package org.trainingaudit.detection;

/** A detector whose shapes need code. */
final class CodeDetector implements Detector {

    private final String id;
    private final String category;
    private final String version;
    private final Finder finder;

    CodeDetector(String id, String category, String version, Finder finder) {
        this.id = id;
        this.category = category;
        this.version = version;
        this.finder = finder;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String category() {
        return category;
    }

    @Override
    public void find(Cell cell, Found found) {
        finder.find(cell, new Finder.Teller() {
            @Override
            public void tell(int start, int end, double confidence) {
                tell(start, end, confidence, confidence);
            }

            @Override
            public void tell(int start, int end, double alone, double labelled) {
                int label = cell.label(id, start);
                double confidence = label == Match.NO_LABEL ? alone : Math.max(alone, labelled);
                if (confidence > 0) {
                    found.add(new Match(start, end, category, id, confidence, label));
                }
            }
        });
    }
}
