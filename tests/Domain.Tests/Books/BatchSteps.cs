using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Tests.Books;

/// <summary>Payments that a clerk posts together: all of them or, where the totals do not tie, none.</summary>
internal static class BatchSteps
{
    private const string Id = "slip";

    /// <summary>What a batch is refused with before an account is asked.</summary>
    public static IEnumerable<string> ToReach =>
        new[] { CashRefusals.BatchSizeWrong, CashRefusals.BatchLineRepeated, CashRefusals.BatchNotTied(0, 1) }
            .Select(refusal => refusal.Code);

    /// <summary>A command for each line, or one that answers why there is none.</summary>
    public static IEnumerable<Func<Account, Decision<AccountEvent>>> Of(BooksStep step, LocalDate day)
    {
        var lines = LinesOf(step);
        var slip = step.Day % 4 == 1 ? step.Amount : 0;
        var control = new ControlTotals("EUR", lines.Length, lines.Sum(line => line.AmountMinor) + slip);
        return BatchControl.Check(Id, control, lines) is { } no
            ? [_ => no]
            : lines.Select<BatchLine, Func<Account, Decision<AccountEvent>>>(line => account => ReceiptBooking.Decide(
                account,
                new ReceiveCash(
                    $"{Id}-{step.Day}.{line.Line}", "batch", CashMethod.Cheque, line.AmountMinor, "EUR", day, day),
                CashTerms.Usual));
    }

    private static ImmutableArray<BatchLine> LinesOf(BooksStep step) =>
    [
        .. Enumerable.Range(1, (step.Amount + 3000) % 4).Select(line => new BatchLine(
            step.Day % 4 == 2 ? 1 : line, Math.Abs(step.Amount) + line, "EUR")),
    ];
}
