package fr.faireavec.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.ServletRequestBindingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OneSourceTests {

	@ParameterizedTest
	@ValueSource(strings = { "name=a", "x=1&name=a", "n%61me=a", "name", "name=a&name=b" })
	void whatIsSaidInTheAddressAndInTheFormIsRefused(String query) {
		MockHttpServletRequest request = posted(query);
		// As servers do: the address first, then the form, in one list.
		request.addParameter("name",
				query.contains("&name=b") ? new String[] { "a", "b", "c" } : new String[] { "a", "c" });
		assertThatExceptionOfType(ServletRequestBindingException.class).isThrownBy(() -> pass(request));
	}

	@Test
	void whatIsSaidInOnePlaceIsTaken() throws Exception {
		MockHttpServletRequest list = posted("half=am");
		list.addParameter("half", "am");
		list.addParameter("facilitators", "1", "2");
		assertThat(pass(list)).isTrue();
		MockHttpServletRequest read = posted("name=a");
		read.setMethod("GET");
		read.addParameter("name", "a", "b");
		assertThat(pass(read)).isTrue();
	}

	private static MockHttpServletRequest posted(String query) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
		request.setQueryString(query);
		return request;
	}

	private static boolean pass(MockHttpServletRequest request) throws ServletRequestBindingException {
		return new OneSource().preHandle(request, new MockHttpServletResponse(), new Object());
	}

}
