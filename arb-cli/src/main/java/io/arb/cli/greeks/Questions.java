package io.arb.cli.greeks;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.cli.input.RowReader;
import io.arb.cli.output.Layout;
import io.arb.cli.output.OutputOptions;
import io.arb.cli.output.RowWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.function.Predicate;
import picocli.CommandLine;

/**
 * Answers the question of a command line, or those of the rows of a file. Immutable.
 *
 * @param answerer turns fields into an answer
 * @param isAnswered whether that is one
 * @param sheet how answers are printed, and which names rows may have
 * @param <T> an answer
 */
record Questions<T>(Answerer<T> answerer, Predicate<T> isAnswered, Sheet<T> sheet) {
  /** Name of the column that only comes back with the answer. */
  static final String ID = "id";

  /** Gives the answer to one question. */
  interface Answerer<T> {
    T answer(String id, Fields fields, Instant now) throws FieldException, NoAnswerException;
  }

  /** Answers everything; the exit code of the command. */
  int answer(CommandLine command, Fields options, AskingOptions asking) {
    try {
      Instant now = asking.now().now();
      return asking.rows().isGiven()
          ? answerRows(command, options, now, asking)
          : answerOne(command, options, now, asking.output());
    } catch (FieldException e) {
      return complain(command.getErr(), e.problem(), ExitCode.MISUSED);
    } catch (NoAnswerException e) {
      return complain(command.getErr(), e.problem(), ExitCode.UNANSWERED);
    } catch (IOException e) {
      return complain(
          command.getErr(), "the rows cannot be read on: " + e.getMessage(), ExitCode.UNANSWERED);
    }
  }

  private int answerOne(CommandLine command, Fields options, Instant now, OutputOptions output)
      throws FieldException, NoAnswerException {
    T answer = answerer.answer("", options, now);
    try (RowWriter<T> out = output.open(command.getOut(), Layout.CARD, sheet.ofOne())) {
      out.write(answer);
    }
    return code(answer);
  }

  private int answerRows(CommandLine command, Fields options, Instant now, AskingOptions asking)
      throws FieldException, IOException {
    var columns = asking.output().isForPeople() ? sheet.ofLine() : sheet.ofRow();
    try (RowReader in = new RowReader(asking.rows().open(), sheet.names());
        RowWriter<T> out = asking.output().open(command.getOut(), Layout.STREAM, columns)) {
      var run = new RowRun<>(this, options, now, out, command.getErr());
      return run.run(in, asking.rows().failsFast());
    }
  }

  /** The exit code that an answer alone would have. */
  int code(T answer) {
    return isAnswered.test(answer) ? ExitCode.FINE : ExitCode.UNANSWERED;
  }

  private static int complain(PrintWriter err, String problem, int code) {
    err.println(problem);
    err.flush();
    return code;
  }
}
