package io.djdbc.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report for machines. */
final class Json {
    private Json() {}

    static void write(Path file, Map<String, String> environment, Map<String, List<Row>> tables) throws IOException {
        var document = new LinkedHashMap<String, Object>();
        document.put("environment", environment);
        for (var table : tables.entrySet()) {
            document.put(
                    table.getKey(), table.getValue().stream().map(Json::row).toList());
        }
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), document);
    }

    private static Map<String, Object> row(Row row) {
        var subjects = new ArrayList<Map<String, Object>>();
        for (var subject : row.subjects()) {
            var figures = new LinkedHashMap<String, Object>();
            figures.put("subject", subject);
            figures.put("ratio", row.ratio(subject));
            figures.put("ratioOfEachRound", row.ratios(subject));
            figures.put("wallRatio", row.ratio(subject, Figure::wallNanos));
            figures.put("cpuRatio", row.ratio(subject, Figure::cpuNanos));
            figures.put("bytes", row.bytes(subject));
            var limit = row.limit(subject);
            if (limit != null) {
                figures.put("limit", limit.toString());
                figures.put("met", limit.isMet(row.ratio(subject), row.baseNanos(), row.bytes(subject)));
            }
            subjects.add(figures);
        }
        var map = new LinkedHashMap<String, Object>();
        map.put("title", row.title());
        map.put("baseNanos", row.baseNanos());
        map.put("by", row.isByCpuTime() ? "CPU time of the calling thread" : "wall time");
        map.put("subjects", subjects);
        return map;
    }
}
