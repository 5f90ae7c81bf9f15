using System.Globalization;
using CsCheck;

namespace BillingActors.Domain.Tests.Books;

/// <summary>
/// A random life of an account: commands that come twice, late and in any order, with restarts and lost answers of the
/// store in between. The books must hold after each step. BILLING_TEST_ROUNDS sets how many lives; a failing one prints
/// the seed that replays it.
/// </summary>
public sealed class BooksSimulationTests
{
    private const int RoundsDefault = 300;
    private const int StepCount = 200;
    private const int ReachBatch = 500;
    private const int ReachMax = 12_000;

    /// <summary>What random lives must come to: events, refusals, and a few other things with a name.</summary>
    internal static IReadOnlySet<string> ToReach { get; } =
        new HashSet<string>(
            [
                .. CashSteps.ToReach, .. TransferSteps.ToReach, .. CreditSteps.ToReach, .. DepositSteps.ToReach,
                .. BudgetSteps.ToReach, .. CollectiveSteps.ToReach, .. ApprovalSteps.ToReach, .. PeriodSteps.ToReach,
                .. DisputeSteps.ToReach, .. CollectionSteps.ToReach, .. CrowdSteps.ToReach, .. MalformedSteps.ToReach,
            ],
            StringComparer.Ordinal);

    [Fact]
    public void Books_hold_after_every_step_of_any_life()
    {
        var counts = (Invoices: 0, Refusals: 0, Replays: 0, Unknown: 0);
        var gate = new Lock();
        BooksStep.Any.Array[StepCount].Sample(
            steps =>
            {
                var books = new BooksUnderTest { ComparesRestarts = true };
                foreach (var step in steps)
                {
                    books.Take(step);
                    books.Check();
                }
                books.Restart();
                lock (gate)
                {
                    counts.Invoices += books.InvoiceCount;
                    counts.Refusals += books.RefusalCount;
                    counts.Replays += books.ReplayCount;
                    counts.Unknown += books.UnknownCount;
                }
            },
            iter: Rounds);

        Assert.True(counts.Invoices > Rounds, $"only {counts.Invoices} invoices");
        Assert.True(counts.Refusals > Rounds, $"only {counts.Refusals} refusals");
        Assert.True(counts.Replays > Rounds, $"only {counts.Replays} replays");
        Assert.True(counts.Unknown > Rounds, $"only {counts.Unknown} answers were lost");
    }

    [Fact]
    public void Random_lives_reach_every_event_and_refusal_of_each_room()
    {
        var reached = new Tally();
        // What comes seldom needs more lives than what comes in each.
        for (var lives = 0; lives < ReachMax && reached.Missing(ToReach).Any(); lives += ReachBatch)
        {
            BooksStep.Any.Array[StepCount].Sample(
                steps =>
                {
                    var books = new BooksUnderTest();
                    foreach (var step in steps)
                        books.Take(step);
                    reached.Add(books.Reached);
                    foreach (var elsewhere in books.ReachedElsewhere)
                        reached.Add(elsewhere);
                },
                iter: ReachBatch,
                threads: 1);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(reached.ToText(ToReach));
        Assert.Empty(reached.Missing(ToReach));
    }

    private static long Rounds =>
        Environment.GetEnvironmentVariable("BILLING_TEST_ROUNDS") is { Length: > 0 } rounds
            ? long.Parse(rounds, CultureInfo.InvariantCulture)
            : RoundsDefault;
}
