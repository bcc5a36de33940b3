package org.trainingaudit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

/** A manager as an operator calls it from outside, until it answers as it should. */
final class Manager {

    private Manager() {}

    static void start(int port) throws InterruptedException {
        while (!call(port, "POST", "/api/v1/runs", "{}").startsWith("202")) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    static String vkey(int port) throws InterruptedException {
        String answer = "";
        while (!answer.startsWith("200")) {
            TimeUnit.SECONDS.sleep(1);
            answer = call(port, "GET", "/api/v1/runs/manual/2026-11-21/1/result", "");
        }
        return answer.replaceFirst("(?s).*\"vkey\":\"([^\"]+)\".*", "$1");
    }

    private static String call(int port, String method, String path, String body) throws InterruptedException {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .header("Authorization", Served.basic("admin", Served.PASSWORD))
                                    .header("Content-Type", "application/json")
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            return answer.statusCode() + answer.body();
        } catch (IOException e) {
            return "";
        }
    }
}
