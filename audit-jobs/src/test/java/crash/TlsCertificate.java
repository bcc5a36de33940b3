package crash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate that signs itself, made by the platform's own keytool.
 *
 * @param withKey a file with it and its private key, PEM, for a server
 * @param alone a file with it alone, PEM, for who trusts it
 */
public record TlsCertificate(Path withKey, Path alone) {

    private static final String PASSWORD = "changeit";

    /** Makes one in a folder, for that name, such as {@code ip:127.0.0.1}. */
    public static TlsCertificate make(Path folder, String name) {
        try {
            Path place = Files.createTempDirectory(folder, "certificate");
            KeyStore keys = keys(place.resolve("store.p12"), name);
            String certificate =
                    pem("CERTIFICATE", keys.getCertificate("broker").getEncoded());
            String key = pem(
                    "PRIVATE KEY", keys.getKey("broker", PASSWORD.toCharArray()).getEncoded());
            return new TlsCertificate(
                    Files.writeString(place.resolve("with-key.pem"), key + certificate),
                    Files.writeString(place.resolve("alone.pem"), certificate));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate for " + name, e);
        }
    }

    private static KeyStore keys(Path store, String name) throws IOException, GeneralSecurityException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String line = "-genkeypair -alias broker -keyalg RSA -keysize 2048 -dname CN=broker -ext san=" + name
                + " -validity 3650 -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + store;
        Process made = new ProcessBuilder((keytool + " " + line).split(" "))
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new IOException("keytool said: " + said, e);
        }
        return keys;
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }
}
