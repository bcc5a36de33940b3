package org.trainingaudit.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts. There is none until an administrator has been made with a password that somebody chose. */
@Component
public class Accounts {

    /** Names by which the program itself acts. */
    private static final Set<String> TAKEN = Set.of("local", "schedule", "unknown");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Accounts(JdbcClient jdbc, PlatformTransactionManager transactions, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The account of that name, if there is one. */
    public Optional<Account> find(String name) {
        return jdbc.sql("select * from access_account where name = ?")
                .param(name)
                .query(Accounts::read)
                .optional();
    }

    /** All accounts, by name. */
    public List<Account> all() {
        return jdbc.sql("select * from access_account order by name")
                .query(Accounts::read)
                .list();
    }

    /** Whether anybody could keep the accounts. */
    public boolean hasAdministrator() {
        return all().stream().anyMatch(account -> account.enabled() && account.role() == Role.ADMINISTRATOR);
    }

    /**
     * Makes an account.
     *
     * @param unit the owner whose datasets it sees; empty for all
     * @throws BadAccount where the name, or the password, can't be taken; nothing was made
     */
    public void add(String name, Role role, String unit, String password) {
        if (!NAME.matcher(name).matches()) {
            throw new BadAccount("an account's name is 1 to 64 of a-z, 0-9, '.', '_' and '-', first a letter or digit");
        }
        if (find(name).isPresent() || TAKEN.contains(name)) {
            throw new BadAccount("there is an account '" + name + "' already");
        }
        requireGood(name, password);
        jdbc.sql("insert into access_account (name, password_hash, role, unit, enabled, created_at)"
                        + " values (?, ?, ?, ?, true, ?)")
                .params(
                        name,
                        hash(password),
                        role.word(),
                        unit,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /**
     * Makes the account of somebody who signed in with the organisation's provider, or brings it up to what that says now.
     *
     * @throws BadAccount where that name can't be an account's, is one's with a password, or the account is shut
     */
    void takeFromOrganisation(String name, Role role, String unit) {
        if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
            throw new BadAccount(
                    "the provider's name can't be an account's; expected 1 to 64 of a-z, 0-9, '.', '_', '-'");
        }
        Optional<Account> there = find(name);
        if (there.filter(account -> !account.organisation()).isPresent()) {
            throw new BadAccount("there is an account '" + name + "' with a password");
        }
        if (there.filter(account -> !account.enabled()).isPresent()) {
            throw new BadAccount("account '" + name + "' is shut");
        }
        if (there.isPresent()) {
            jdbc.sql("update access_account set role = ?, unit = ? where name = ?")
                    .params(role.word(), unit, name)
                    .update();
        } else {
            jdbc.sql("insert into access_account (name, password_hash, role, unit, enabled, created_at, organisation)"
                            + " values (?, '', ?, ?, true, ?, true)")
                    .params(name, role.word(), unit, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        }
    }

    /**
     * Gives an account another password.
     *
     * @throws BadAccount where there is no such account, or the password can't be taken
     */
    public void setPassword(String name, String password) {
        requireGood(name, password);
        if (find(name).filter(Account::organisation).isPresent()) {
            throw new BadAccount("'" + name + "' signs in with the organisation's provider and has no password here");
        }
        int changed = jdbc.sql("update access_account set password_hash = ? where name = ?")
                .params(hash(password), name)
                .update();
        requireFound(name, changed);
    }

    /**
     * Lets an account sign in, or no longer.
     *
     * @throws BadAccount where there is no such account, or nobody could keep the accounts any more
     */
    public void setEnabled(String name, boolean enabled) {
        transaction.executeWithoutResult(status -> {
            if (!enabled && administrators().equals(List.of(name))) {
                throw new BadAccount("'" + name + "' is the last administrator; make another one first");
            }
            int changed = jdbc.sql("update access_account set enabled = ? where name = ?")
                    .params(enabled, name)
                    .update();
            requireFound(name, changed);
        });
    }

    /** Those who can sign in; held until the transaction ends, so that no two of them shut each other out. */
    private List<String> administrators() {
        return jdbc.sql("select name from access_account where role = ? and enabled order by name for update")
                .param(Role.ADMINISTRATOR.word())
                .query(String.class)
                .list();
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private static void requireGood(String name, String password) {
        PasswordRules.fault(name, password).ifPresent(fault -> {
            throw new BadAccount(fault);
        });
    }

    private static void requireFound(String name, int changed) {
        if (changed == 0) {
            throw new BadAccount("there is no account '" + name + "'");
        }
    }

    private static Account read(ResultSet row, int index) throws SQLException {
        String role = row.getString("role");
        return new Account(
                row.getString("name"),
                row.getString("password_hash"),
                Role.of(role).orElseThrow(() -> new IllegalStateException("unknown role '" + role + "'")),
                row.getString("unit"),
                row.getBoolean("enabled"),
                row.getBoolean("organisation"));
    }
}
