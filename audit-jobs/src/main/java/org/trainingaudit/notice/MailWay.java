package org.trainingaudit.notice;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.setup.NoticeKind;
import org.trainingaudit.setup.NoticeSettings.Mail;

/** By mail. */
final class MailWay implements Way {

    private static final String PATIENCE_MILLIS = "15000";

    private final Mail settings;
    private final Texts texts;
    private final UnaryOperator<@Nullable String> environment;

    MailWay(Mail settings, Texts texts, UnaryOperator<@Nullable String> environment) {
        this.settings = settings;
        this.texts = texts;
        this.environment = environment;
    }

    @Override
    public String id() {
        return "mail";
    }

    @Override
    public boolean tells(NoticeKind kind) {
        return true;
    }

    @Override
    public void send(Message message) {
        try {
            Transport.send(mail(message));
        } catch (MessagingException e) {
            // A server's answer may quote what was sent to it.
            throw new NotDelivered(
                    "the mail server didn't take it (" + e.getClass().getSimpleName() + ")", e);
        } catch (IllegalStateException e) {
            throw new NotDelivered("the password of the mail server can't be read: " + e.getMessage(), e);
        }
    }

    private MimeMessage mail(Message message) throws MessagingException {
        MimeMessage mail = new Numbered(session(), message.id() + "@" + settings.host());
        mail.setFrom(new InternetAddress(settings.from()));
        for (String to : settings.to()) {
            mail.addRecipient(RecipientType.TO, new InternetAddress(to));
        }
        String utf8 = StandardCharsets.UTF_8.name();
        mail.setSubject("[Training Audit] " + texts.subject(message.notice()), utf8);
        mail.setText(texts.body(message.notice()), utf8);
        mail.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(message.created().atOffset(ZoneOffset.UTC)));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** A second copy has the same id, by which mailboxes tell it. */
    private static final class Numbered extends MimeMessage {

        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + number + ">");
        }
    }

    private Session session() {
        Properties mail = new Properties();
        mail.setProperty("mail.smtp.host", settings.host());
        mail.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        mail.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        mail.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        mail.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        mail.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(settings.security().equals("tls")));
        // Required: a server that doesn't offer it gets neither password nor message.
        mail.setProperty(
                "mail.smtp.starttls.enable",
                Boolean.toString(settings.security().equals("starttls")));
        mail.setProperty(
                "mail.smtp.starttls.required",
                Boolean.toString(settings.security().equals("starttls")));
        if (settings.user().isEmpty()) {
            return Session.getInstance(mail);
        }
        mail.setProperty("mail.smtp.auth", "true");
        PasswordAuthentication login = new PasswordAuthentication(
                settings.user().get(), settings.password().read(environment));
        return Session.getInstance(mail, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return login;
            }
        });
    }
}
