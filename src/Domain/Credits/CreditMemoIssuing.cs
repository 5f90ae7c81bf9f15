using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>
/// Corrects an invoice, some of its lines or a part of them by a numbered credit memo: revenue and taxes go down, at
/// the rates of the invoice.
/// </summary>
public static class CreditMemoIssuing
{
    /// <summary>
    /// Refuses a missing reason, what is not on the invoice, and more than is left of a line or of the whole; a
    /// discount for paying early was given back before. The same correction again is nothing new. The document gets its
    /// id when it is stored.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, IssueCreditMemo command, CommandContext context)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(command.CreditId) || !Refusals.IsId(command.Code))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (account.CreditMemos.FirstOrDefault(known => known.CreditId == command.CreditId) is { } known)
            return IsSame(account, known, command) ? Decision<AccountEvent>.Nothing : CreditRefusals.CreditExists;
        var left = account.LeftOf(command.Invoice);
        if (Refused(account, left, command) is { } refused)
            return refused;
        var parts = PartsOf(left, command);
        return CreditMemoDraft.Of(account, command.Invoice, parts, new(command.CreditId, command.Code, command.On));
    }

    /// <summary>What is left of an invoice and what a memo about some lines, or about all of it, would take.</summary>
    public static CreditQuote Quote(Account account, CreditableInvoice invoice, ImmutableArray<LineCredit> lines)
    {
        var command = new IssueCreditMemo("quote", invoice, lines, "quote", default);
        var left = account.LeftOf(invoice);
        var refusal = Refused(account, left, command);
        var parts = refusal is null ? PartsOf(left, command) : new CreditedParts([], []);
        return new CreditQuote(
            [.. Enumerable.Range(0, invoice.Lines.Length).Select(line => new QuotedLine(
                line + 1,
                left.NetOf(line),
                left.GrossOf(line) - left.NetOf(line),
                parts.Lines.Where(part => part.Line == line).Sum(part => part.NetMinor),
                parts.LineTaxes.Where(part => part.Line == line).Sum(part => part.AmountMinor)))],
            parts.TaxesOf(invoice),
            MostOf(account, left, invoice),
            refusal);
    }

    /// <summary>What the memo comes to as the account stands, in minor units.</summary>
    public static long EffectMinor(Account account, IssueCreditMemo command)
    {
        var left = account.LeftOf(command.Invoice);
        return Impossible(account, left, command) is null ? PartsOf(left, command).TotalMinor : 0;
    }

    private static Refusal? Refused(Account account, CreditLeft left, IssueCreditMemo command)
    {
        if (account.IsWrittenOff(command.Invoice.InvoiceId))
            return MemoRefusals.ItemWrittenOff;
        if (left.IsNothing)
            return MemoRefusals.NothingToCredit;
        if (Impossible(account, left, command) is { } impossible)
            return impossible;
        var minor = PartsOf(left, command).TotalMinor;
        if (minor < 0 || (minor == 0 && !command.Lines.IsEmpty))
            return CreditRefusals.AmountNotPositive;
        var most = MostOf(account, left, command.Invoice);
        return minor > most ? MemoRefusals.AboveInvoice(new Money(most, account.Currency)) : null;
    }

    // What was taken off for paying early came back with its taxes, and is not given twice.
    private static long MostOf(Account account, CreditLeft left, CreditableInvoice invoice) =>
        left.TotalMinor - account.DiscountedOf(invoice.InvoiceId);

    private static Refusal? Impossible(Account account, CreditLeft left, IssueCreditMemo command)
    {
        if (command.Lines.Select(line => line.Number).Distinct().Count() != command.Lines.Length)
            return MemoRefusals.LinesInvalid;
        foreach (var wanted in command.Lines)
        {
            if (wanted.Number < 1 || wanted.Number > command.Invoice.Lines.Length)
                return MemoRefusals.LineUnknown;
            if (left.IsExhausted(wanted.Number - 1))
                return MemoRefusals.NothingToCredit;
            var net = left.NetOf(wanted.Number - 1);
            if (wanted.NetMinor is { } minor && (Math.Sign(minor) != Math.Sign(net) || !IsWithin(minor, net)))
                return MemoRefusals.AboveLine(wanted.Number, new Money(net, account.Currency));
        }
        return null;
    }

    // Both have one sign; the least number there is has no positive twin.
    private static bool IsWithin(long minor, long net) => net > 0 ? minor <= net : minor >= net && minor != 0;

    private static CreditedParts PartsOf(CreditLeft left, IssueCreditMemo command) => command.Lines.IsEmpty
        ? left.All()
        : left.Of(command.Lines.Select(line =>
            new LineCredited(line.Number - 1, line.NetMinor ?? left.NetOf(line.Number - 1))));

    private static bool IsSame(Account account, CreditMemo known, IssueCreditMemo command)
    {
        if (known.IsCancellation || known.InvoiceId != command.Invoice.InvoiceId)
            return false;
        var at = account.CreditMemos.IndexOf(known);
        if (command.Lines.IsEmpty)
            return new CreditLeft(command.Invoice, account.CreditMemos.Take(at + 1), account.Currency).IsNothing;
        if (command.Lines.Length != known.Lines.Length)
            return false;
        var before = new CreditLeft(command.Invoice, account.CreditMemos.Take(at), account.Currency);
        return command.Lines.All(line => known.Lines.Any(done => done.Line == line.Number - 1
            && done.NetMinor == (line.NetMinor ?? before.NetOf(done.Line))));
    }
}
