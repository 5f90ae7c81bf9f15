using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Tax;
using CsCheck;
using static BillingActors.Domain.Tests.Credits.SampleCorrections;

namespace BillingActors.Domain.Tests.Credits;

public sealed class CreditMemoLawTests
{
    private static readonly Gen<(long Minor, bool IsEnergy)[]> Lines =
        Gen.Select(Gen.Long[-500, 5_000], Gen.Bool, (minor, isEnergy) => (minor, isEnergy)).Array[1, 6];

    private static readonly Gen<(int Line, int Percent)[]> Parts =
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 100], (line, percent) => (line, percent)).Array[0, 30];

    // Whatever was credited before, the last memo leaves nothing of any line and any tax, and nothing beyond.
    [Fact]
    public void Any_memos_sum_to_the_invoice_line_by_line_and_tax_by_tax() =>
        Gen.Select(Lines, Parts).Sample((lines, parts) =>
        {
            var invoice = InvoiceOf([.. lines.Select(line => Line(line.Minor, line.IsEnergy ? "energy" : "standard"))]);
            if (invoice.Total.Minor <= 0)
                return;
            var creditable = CreditableInvoice.Of(invoice);
            var account = OwingFor(invoice);
            for (var i = 0; i < parts.Length; i++)
                account = After(account, creditable, parts[i], i);

            account = After(account, Credit("last") with { Invoice = creditable });

            var memos = account.CreditMemos;
            for (var line = 0; line < creditable.Lines.Length; line++)
            {
                var net = memos.SelectMany(memo => memo.Lines).Where(one => one.Line == line).Sum(one => one.NetMinor);
                Assert.Equal(creditable.Lines[line].NetMinor, net);
            }
            Assert.Equal(
                creditable.LineTaxes.Select(Described).Order(StringComparer.Ordinal),
                memos.SelectMany(memo => memo.LineTaxes)
                    .GroupBy(part => (part.Line, part.Tax))
                    .Select(group => new LineTax(
                        group.Key.Line,
                        group.Key.Tax,
                        group.Sum(part => part.BaseMinor),
                        group.Sum(part => part.AmountMinor)))
                    .Select(Described)
                    .Order(StringComparer.Ordinal));
            Assert.Empty(account.OpenItems);
        });

    private static Account After(Account account, CreditableInvoice invoice, (int Line, int Percent) part, int count)
    {
        var net = invoice.Lines[(part.Line - 1) % invoice.Lines.Length].NetMinor * part.Percent / 100;
        var line = new LineCredit(((part.Line - 1) % invoice.Lines.Length) + 1, part.Percent == 100 ? null : net);
        return After(account, Credit($"c-{count}", line) with { Invoice = invoice });
    }

    // A refusal changes nothing; what is owed goes down by just what the memo says, and never below nothing.
    private static Account After(Account account, IssueCreditMemo command)
    {
        var decision = Decide(account, command);
        if (decision.IsRefused)
            return account;
        var after = account.Credited(decision, out var memo);
        Assert.Equal(account.Balance.Minor - memo.Issued.TotalMinor, after.Balance.Minor);
        Assert.True(after.Balance.Minor >= 0, "more than the invoice is credited");
        Assert.Equal(CreditMemoIssuing.EffectMinor(account, command), memo.Issued.TotalMinor);
        var quote = CreditMemoIssuing.Quote(account, command.Invoice, command.Lines);
        Assert.Equal((memo.Issued.NetMinor, memo.Issued.TaxMinor), (quote.NetMinor, quote.TaxMinor));
        Assert.Empty(Decide(after, command).Events);
        return after;
    }

    private static string Described(LineTax part) => part.ToString();
}
