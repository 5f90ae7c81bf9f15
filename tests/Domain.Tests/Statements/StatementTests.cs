using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Statements;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Statements;

public sealed class StatementTests
{
    [Fact]
    public void An_open_item_statement_shows_a_past_day()
    {
        var history = History((Day(2, 1), 1000, null), (Day(3, 1), 500, null));

        var february = OpenItemStatement.Of(history, Day(2, 28), AgeingBasis.DueDate);

        Assert.Equal(Eur(1200), Assert.Single(february.Items).Open);
        Assert.Equal(new Ageing(0, 1200, 0, 0, 0, 0, 0, 0), february.Ageing);
        Assert.Equal(2, OpenItemStatement.Of(history, Day(3, 1), AgeingBasis.DueDate).Items.Length);
        Assert.Empty(OpenItemStatement.Of(history, Day(1, 31), AgeingBasis.DueDate).Items);
    }

    [Fact]
    public void What_is_disputed_stands_beside_the_item_from_the_day_it_was_opened_until_it_was_decided()
    {
        var history = History((Day(2, 1), 1000, null));
        var (item, version) = (history.Account.OpenItems[0], history.Version);
        history.Add(
            new AccountEvent.DisputeOpened("D-1", item.Id, null, 700, "price", "anna", Day(2, 10), Day(2, 20), 0),
            Envelope("dispute", version + 1));
        history.Add(
            new AccountEvent.DisputeDecided("D-1", DisputeStage.Rejected, 0, "none", Day(2, 20), Day(3, 2)),
            Envelope("decide", version + 2));

        Assert.Equal(
            [0L, 700L, 700L, 0L],
            new[] { Day(2, 9), Day(2, 10), Day(2, 19), Day(2, 20) }.Select(day => history.DisputedAt(item, day)));
        Assert.Equal(300, history.DisputedAt(item with { Open = Eur(300) }, Day(2, 10)));
    }

    [Fact]
    public void A_late_document_counts_from_the_day_it_was_booked()
    {
        var history = History((Day(2, 1), 1000, Day(4, 1)));

        Assert.Equal(0, history.BalanceAt(Day(3, 31)));
        var item = Assert.Single(OpenItemStatement.Of(history, Day(4, 1), AgeingBasis.DocumentDate).Items);
        Assert.Equal(Day(2, 1), item.IssuedOn);
    }

    [Fact]
    public void A_settlement_is_a_movement_and_its_reversal_brings_the_item_back()
    {
        var owed = History((Day(2, 1), 1000, null)).Account;
        var share = ItemShare.Of(owed.OpenItems[0], Eur(1200));
        var paid = owed.Settled([share]);

        var down = Movement.Of(owed, paid, new AccountEvent.ChargeRemoved("x"), Envelope(), DateTimeZone.Utc)!;
        var back = paid.Reopened([share]);
        var up = Movement.Of(paid, back, new AccountEvent.ChargeRemoved("x"), Envelope(), DateTimeZone.Utc)!;

        Assert.Equal(("charge-removed", "INV-00000001", -1200), (down.What, down.Reference, down.ReceivablesMinor));
        Assert.Equal(Day(1, 1), down.On);
        Assert.Equal(1200, up.AmountMinor);
        Assert.Equal(owed.OpenItems[0], Assert.Single(up.Items).Item);
    }

    [Theory]
    [InlineData(0, 0), InlineData(1, 1), InlineData(30, 1), InlineData(31, 2), InlineData(60, 2), InlineData(61, 3)]
    [InlineData(90, 3), InlineData(91, 4), InlineData(120, 4), InlineData(121, 5), InlineData(-7, 0)]
    public void An_item_falls_into_one_bucket_by_its_days(int days, int bucket)
    {
        var due = Day(6, 1);
        var item = new OpenItem("I", "INV-1", Eur(7), Eur(7), due.PlusDays(-14), due);

        var aged = Ageing.Of([item], 3, due.PlusDays(days), AgeingBasis.DueDate);

        long[] buckets =
        [
            aged.NotDueMinor, aged.Days1To30Minor, aged.Days31To60Minor, aged.Days61To90Minor, aged.Days91To120Minor,
            aged.Over120Minor,
        ];
        Assert.Equal(7, buckets[bucket]);
        Assert.Equal((7L, 4L), (buckets.Sum(), aged.BalanceMinor));
        Assert.Equal(aged, Ageing.Of([item], 3, due.PlusDays(days - 14), AgeingBasis.DocumentDate));
    }

    [Fact]
    public void The_closing_of_one_statement_is_the_opening_of_the_next_and_ages_sum_to_what_is_open() =>
        Gen.Select(
                Gen.Select(Gen.Int[0, 200], Gen.Long[-5000, 5000], Gen.Int[0, 60]).Array[0, 12],
                Gen.Int[1, 100],
                Gen.Int[1, 100])
            .Sample((invoices, first, second) =>
            {
                var history = History([.. invoices.Select(i => (
                    Day(1, 1).PlusDays(i.Item1),
                    i.Item2 * 5,
                    i.Item3 == 0 ? (LocalDate?)null : Day(1, 1).PlusDays(i.Item1 + i.Item3)))]);
                var (start, middle) = (Day(1, 1).PlusDays(first), Day(1, 1).PlusDays(first + second));
                var one = BalanceForwardStatement.Of(history, start, middle.PlusDays(-1), AgeingBasis.DueDate);
                var two = BalanceForwardStatement.Of(history, middle, Day(12, 31), AgeingBasis.DueDate);
                var both = BalanceForwardStatement.Of(history, start, Day(12, 31), AgeingBasis.DocumentDate);

                Assert.Equal(one.ClosingMinor, two.OpeningMinor);
                Assert.Equal(both.ClosingMinor, two.ClosingMinor);
                Assert.Equal(one.Movements.Length + two.Movements.Length, both.Movements.Length);
                Assert.Equal(history.Account.Balance.Minor, two.ClosingMinor);
                Assert.Equal(history.ItemsAt(Day(12, 31)).Sum(item => item.Open.Minor), both.Ageing.ItemsMinor);
                Assert.Equal(two.Ageing.ItemsMinor, both.Ageing.ItemsMinor);
            });

    private static AccountHistory History(params ImmutableArray<(LocalDate On, long Net, LocalDate? BookedFrom)> bills)
    {
        var history = new AccountHistory(DateTimeZone.Utc);
        history.Add(Opening, Envelope(version: 1));
        foreach (var (on, net, bookedFrom) in bills)
        {
            var (version, tax) = (history.Version + 1, net / 5);
            var invoice = Accounts.SampleInvoice.Of("K-1", on.PlusDays(-31), on, net) with
            {
                InvoiceId = $"north.A-1.{version}",
                TaxMinor = tax,
            };
            var envelope = Envelope($"bill-{version}", version, new DocumentNumber("INV", version - 1));
            history.Add(invoice, envelope with { BookedFrom = bookedFrom });
        }
        return history;
    }
}
