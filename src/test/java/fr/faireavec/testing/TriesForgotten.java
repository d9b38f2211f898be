package fr.faireavec.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Tries are counted whatever is rolled back: each test starts without those before. */
class TriesForgotten implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) throws SQLException {
		DataSource database = SpringExtension.getApplicationContext(context).getBean(DataSource.class);
		try (Connection apart = database.getConnection(); Statement statement = apart.createStatement()) {
			statement.executeUpdate("DELETE FROM throttle");
		}
	}

}
