package io.djdbc.conformance.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Query scripts that were recorded as Python text only, as the neutral tree: chains of calls, Q, F, Value, functions. */
final class PythonReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(b?'(?:[^'\\\\]|\\\\.)*'|[A-Za-z_]\\w*|\\d+|[()\\[\\],.=~&|])");
    private static final Set<String> AGGREGATES = Set.of("Count", "Sum", "Avg", "Min", "Max");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private PythonReader(String python) {
        Matcher matcher = TOKEN.matcher(python);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, python.length());
        }
        if (end != python.stripTrailing().length()) {
            throw new IllegalArgumentException("Python that this reader does not know: " + python.substring(end));
        }
    }

    /** A pipeline: {@code Model.objects.filter(...)...}. */
    static JsonNode pipeline(String python) {
        PythonReader reader = new PythonReader(python);
        ObjectNode pipeline = JSON.createObjectNode();
        pipeline.putObject("root").put("model", reader.next());
        reader.expect(".");
        reader.expect("objects");
        ArrayNode operations = pipeline.putArray("ops");
        while (reader.at < reader.tokens.size()) {
            reader.expect(".");
            operations.add(reader.operation(reader.next()));
        }
        return pipeline;
    }

    private String next() {
        return tokens.get(at++);
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private void expect(String token) {
        if (!next().equals(token)) {
            throw new IllegalArgumentException("expected " + token + " in " + tokens + " at " + at);
        }
    }

    private record Arguments(List<JsonNode> positional, List<Named> named) {}

    private record Named(String name, JsonNode value) {}

    private Arguments arguments() {
        Arguments arguments = new Arguments(new ArrayList<>(), new ArrayList<>());
        expect("(");
        while (!peek().equals(")")) {
            if (at + 1 < tokens.size() && tokens.get(at + 1).equals("=")) {
                String name = next();
                expect("=");
                arguments.named.add(new Named(name, value()));
            } else {
                arguments.positional.add(value());
            }
            if (peek().equals(",")) {
                next();
            }
        }
        expect(")");
        arguments.named.sort(Comparator.comparing(Named::name));
        return arguments;
    }

    private JsonNode operation(String name) {
        Arguments arguments = arguments();
        ObjectNode operation = JSON.createObjectNode().put("op", name);
        switch (name) {
            case "filter", "exclude" -> operation.set("where", conditions(arguments));
            case "order_by" -> operation.putArray("by").addAll(arguments.positional);
            case "annotate" -> {
                ArrayNode expressions = operation.putArray("exprs");
                arguments.named.forEach(
                        named -> expressions.addArray().add(named.name).add(named.value));
            }
            case "values", "select_related", "distinct" ->
                operation.putArray("fields").addAll(arguments.positional);
            default -> {}
        }
        return operation;
    }

    private static ArrayNode conditions(Arguments arguments) {
        ArrayNode all = JSON.createArrayNode();
        arguments.positional.forEach(all::add);
        arguments.named.forEach(named ->
                all.add(JSON.createObjectNode().put("lookup", named.name).set("value", named.value)));
        return all;
    }

    private JsonNode value() {
        JsonNode left = operand();
        while (peek().equals("|") || peek().equals("&")) {
            String connector = next().equals("|") ? "or" : "and";
            JsonNode right = operand();
            ObjectNode both = JSON.createObjectNode();
            both.putArray(connector).add(left).add(right);
            left = both;
        }
        return left;
    }

    private JsonNode operand() {
        String token = next();
        if (token.equals("~")) {
            return JSON.createObjectNode().set("not", operand());
        }
        if (token.startsWith("'")) {
            return JSON.getNodeFactory().textNode(text(token));
        }
        if (token.startsWith("b'")) {
            byte[] bytes = text(token.substring(1)).getBytes(StandardCharsets.ISO_8859_1);
            return JSON.createObjectNode().put("$binary", HexFormat.of().formatHex(bytes));
        }
        if (Character.isDigit(token.charAt(0))) {
            return JSON.getNodeFactory().numberNode(Integer.parseInt(token));
        }
        if (token.equals("[") || token.equals("(")) {
            ArrayNode list = JSON.createArrayNode();
            while (!peek().equals("]") && !peek().equals(")")) {
                list.add(value());
                if (peek().equals(",")) {
                    next();
                }
            }
            next();
            return list;
        }
        return switch (token) {
            case "None" -> JSON.nullNode();
            case "True" -> JSON.getNodeFactory().booleanNode(true);
            case "False" -> JSON.getNodeFactory().booleanNode(false);
            default -> call(token);
        };
    }

    private static String text(String token) {
        return token.substring(1, token.length() - 1).replace("\\'", "'").replace("\\\\", "\\");
    }

    private JsonNode call(String name) {
        Arguments arguments = arguments();
        ObjectNode node = JSON.createObjectNode();
        if (name.equals("Q")) {
            ArrayNode conditions = conditions(arguments);
            return conditions.size() == 1 ? conditions.get(0) : node.set("and", conditions);
        }
        if (name.equals("F")) {
            return ordered(node.put("$f", arguments.positional.get(0).asText()));
        }
        if (name.equals("Value")) {
            return node.set("$value", arguments.positional.get(0));
        }
        if (AGGREGATES.contains(name)) {
            return node.put("$agg", name).set("arg", path(arguments.positional.get(0)));
        }
        ArrayNode parts = node.put("$func", name).putArray("args");
        arguments.positional.forEach(part -> parts.add(path(part)));
        return node;
    }

    private static JsonNode path(JsonNode argument) {
        return argument.isTextual() ? JSON.createObjectNode().put("$f", argument.asText()) : argument;
    }

    private JsonNode ordered(JsonNode expression) {
        if (!peek().equals(".")) {
            return expression;
        }
        next();
        ObjectNode order = JSON.createObjectNode();
        order.set("$order", expression);
        order.put("desc", next().equals("desc"));
        arguments().named.forEach(named -> order.set(named.name, named.value));
        return order;
    }
}
