package fr.faireavec.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.web.bind.WebDataBinder;

import static org.assertj.core.api.Assertions.assertThat;

/** What was ticked, however it was sent. */
class TickedIdsTests {

	private static final UUID ONE = UUID.fromString("01a222bd-3520-7798-a76b-7a0000000001");

	private static final UUID OTHER = UUID.fromString("01a222bd-3520-7798-a76b-7a0000000002");

	@Test
	void whatIsEmptyWasNotTicked() {
		assertThat(sent("", "")).isEmpty();
		assertThat(sent("")).isEmpty();
		assertThat(sent("", ONE.toString(), " ")).containsExactly(ONE);
		assertThat(sent(ONE.toString(), OTHER.toString())).containsExactly(ONE, OTHER);
	}

	@Test
	void whatIsNoIdIsRefused() {
		for (String odd : List.of(",", ONE + "," + OTHER, "n-importe-quoi")) {
			WebDataBinder binder = binder(new Form());
			binder.bind(new MutablePropertyValues().add("several", new String[] { odd }));
			assertThat(binder.getBindingResult().hasFieldErrors("several")).as(odd).isTrue();
		}
	}

	private static List<UUID> sent(String... values) {
		Form form = new Form();
		WebDataBinder binder = binder(form);
		binder.bind(new MutablePropertyValues().add("several", values).add("inOrder", values));
		assertThat(binder.getBindingResult().hasErrors()).isFalse();
		assertThat(form.several).containsExactlyElementsOf(form.inOrder);
		return form.inOrder;
	}

	private static WebDataBinder binder(Form form) {
		DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();
		conversion.addConverter(new TickedIds());
		WebDataBinder binder = new WebDataBinder(form);
		binder.setConversionService(conversion);
		new FormAdvice().bind(binder);
		return binder;
	}

	static class Form {

		public Set<UUID> several = new LinkedHashSet<>();

		public List<UUID> inOrder = new ArrayList<>();

	}

}
