package io.arb.cli.greeks;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.cli.input.InputRow;
import io.arb.cli.input.RowReader;
import io.arb.cli.output.RowWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers rows one by one: reads a row, prints its answer, forgets both. A bad row is reported with
 * its line and left out; the rows after it are answered all the same, unless it is to be the last.
 *
 * @param options hold where a row says nothing
 */
record RowRun<T>(
    Questions<T> questions, Fields options, Instant now, RowWriter<T> out, PrintWriter err) {
  /**
   * Runs to the end of the input, or until nobody reads the output.
   *
   * @param failsFast whether a bad row is the last
   * @return the worst exit code of all rows
   */
  int run(RowReader in, boolean failsFast) throws IOException {
    int worst = ExitCode.FINE;
    boolean isOver = false;
    while (!isOver) {
      Optional<InputRow> row = in.next();
      int code = row.isPresent() ? answer(row.get()) : ExitCode.FINE;
      worst = Math.max(worst, code);
      isOver = row.isEmpty() || out.isBroken() || (failsFast && code == ExitCode.MISUSED);
    }
    return worst;
  }

  private int answer(InputRow row) {
    return switch (row) {
      case InputRow.Read(long line, Fields fields) -> answer(line, fields.orElse(options));
      case InputRow.Refused(long line, String problem) -> complain(line, problem, ExitCode.MISUSED);
    };
  }

  private int answer(long line, Fields fields) {
    try {
      String id = fields.text(Questions.ID).orElse(Long.toString(line));
      T answer = questions.answerer().answer(id, fields, now);
      out.write(answer);
      return questions.code(answer);
    } catch (FieldException e) {
      return complain(line, e.problem(), ExitCode.MISUSED);
    } catch (NoAnswerException e) {
      return complain(line, e.problem(), ExitCode.UNANSWERED);
    }
  }

  private int complain(long line, String problem, int code) {
    err.println("line " + line + ": " + problem);
    err.flush();
    return code;
  }
}
