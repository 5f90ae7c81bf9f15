using System.Globalization;
using CsCheck;

namespace BillingActors.Domain.Tests.Books;

/// <summary>
/// A random life of an account: commands that come twice, late and in any order, with restarts in between. The books
/// must hold after each step. BILLING_TEST_ROUNDS sets how many lives; a failing one prints the seed that replays it.
/// </summary>
public sealed class BooksSimulationTests
{
    private const int RoundsDefault = 300;

    [Fact]
    public void Books_hold_after_every_step_of_any_life() =>
        BooksStep.Any.Array[1, 200].Sample(
            steps =>
            {
                var books = new BooksUnderTest();
                foreach (var step in steps)
                {
                    books.Take(step);
                    books.Check();
                }
            },
            iter: Rounds);

    [Fact]
    public void Random_lives_reach_invoices_refusals_and_replays()
    {
        var (invoices, refusals, replays) = (0, 0, 0);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        BooksStep.Any.Array[200].Sample(
            steps =>
            {
                var books = new BooksUnderTest();
                foreach (var step in steps)
                    books.Take(step);
                invoices += books.InvoiceCount;
                refusals += books.RefusalCount;
                replays += books.ReplayCount;
                kinds.UnionWith(books.Kinds);
            },
            iter: 300,
            threads: 1);

        Assert.Empty(BooksCollection.KindsReached.Except(kinds));
        Assert.True(invoices > 50, $"only {invoices} invoices");
        Assert.True(refusals > 50, $"only {refusals} refusals");
        Assert.True(replays > 50, $"only {replays} replays");
    }

    [Fact]
    public void Random_lives_reach_every_event_and_refusal_of_each_room()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        BooksStep.Any.Array[200].Sample(
            steps =>
            {
                var books = new BooksUnderTest();
                foreach (var step in steps)
                    books.Take(step);
                reached.UnionWith(books.Reached);
                reached.UnionWith(books.ReachedElsewhere);
            },
            iter: 4000,
            threads: 1);

        HashSet<string> wanted =
        [
            .. CashSteps.ToReach, .. TransferSteps.ToReach, .. CreditSteps.ToReach, .. DepositSteps.ToReach,
            .. BudgetSteps.ToReach, .. CollectiveSteps.ToReach, .. ApprovalSteps.ToReach, .. PeriodSteps.ToReach,
        ];
        Assert.Empty(wanted.Except(reached, StringComparer.Ordinal));
    }

    private static long Rounds =>
        Environment.GetEnvironmentVariable("BILLING_TEST_ROUNDS") is { Length: > 0 } rounds
            ? long.Parse(rounds, CultureInfo.InvariantCulture)
            : RoundsDefault;
}
