using System.Globalization;
using CsCheck;

namespace BillingActors.Domain.Tests.Books;

/// <summary>
/// A random life of an account: commands that come twice, late and in any order, with restarts and lost answers of the
/// store in between. The books must hold after each step. BILLING_TEST_ROUNDS sets how many lives, and
/// BILLING_TEST_SEED from which seed; the seed is printed, and a life that fails prints one that replays it alone
/// (CsCheck_Seed).
/// </summary>
public sealed class BooksSimulationTests
{
    private const int RoundsDefault = 300;
    private const int StepCount = 200;
    private const int ReachBatch = 500;
    private const int ReachMax = 60_000;

    /// <summary>What random lives must come to: events, refusals, and a few other things with a name.</summary>
    internal static IReadOnlySet<string> ToReach { get; } =
        new HashSet<string>(
            [
                .. CashSteps.ToReach, .. TransferSteps.ToReach, .. CreditSteps.ToReach, .. DepositSteps.ToReach,
                .. BudgetSteps.ToReach, .. CollectiveSteps.ToReach, .. ApprovalSteps.ToReach, .. PeriodSteps.ToReach,
                .. DisputeSteps.ToReach, .. CollectionSteps.ToReach, .. CrowdSteps.ToReach, .. MalformedSteps.ToReach,
                .. BatchSteps.ToReach, .. Enum.GetValues<BooksStepKind>().Select(BooksStep.NameOf),
            ],
            StringComparer.Ordinal);

    [Fact]
    public void Books_hold_after_every_step_of_any_life()
    {
        var counts = (Invoices: 0, Refusals: 0, Replays: 0, Unknown: 0);
        var gate = new Lock();
        Each(
            Rounds,
            0,
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
            });

        Assert.True(counts.Invoices > Rounds, $"only {counts.Invoices} invoices");
        Assert.True(counts.Refusals > Rounds, $"only {counts.Refusals} refusals");
        Assert.True(counts.Replays > Rounds, $"only {counts.Replays} replays");
        Assert.True(counts.Unknown > Rounds, $"only {counts.Unknown} answers were lost");
    }

    [Fact]
    public void Random_lives_reach_every_event_and_refusal_of_each_room()
    {
        var (reached, gate) = (new Tally(), new Lock());
        // What comes seldom needs more lives than what comes in each.
        for (var lives = 0; lives < ReachMax && reached.Missing(ToReach).Any(); lives += ReachBatch)
        {
            Each(
                ReachBatch,
                Rounds + lives,
                steps =>
                {
                    var books = new BooksUnderTest();
                    foreach (var step in steps)
                        books.Take(step);
                    lock (gate)
                    {
                        reached.Add(books.Reached);
                        foreach (var elsewhere in books.ReachedElsewhere)
                            reached.Add(elsewhere);
                    }
                });
        }

        TestContext.Current.TestOutputHelper?.WriteLine(reached.ToText(ToReach));
        Assert.Empty(reached.Missing(ToReach));
    }

    // Each life has a stream of numbers of its own, so that it is the same whichever thread lives it.
    private static void Each(long count, long first, Action<BooksStep[]> live)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"BILLING_TEST_SEED={Seed}, lives {first} to {first + count}");
        Parallel.For(first, first + count, life => BooksStep.Any.Array[StepCount].Sample(
            live, seed: new PCG((uint)life, Seed).ToString(), iter: 1, threads: 1));
    }

    private static ulong Seed { get; } =
        Environment.GetEnvironmentVariable("BILLING_TEST_SEED") is { Length: > 0 } seed
            ? ulong.Parse(seed, CultureInfo.InvariantCulture)
            : (ulong)Random.Shared.NextInt64();

    private static long Rounds =>
        Environment.GetEnvironmentVariable("BILLING_TEST_ROUNDS") is { Length: > 0 } rounds
            ? long.Parse(rounds, CultureInfo.InvariantCulture)
            : RoundsDefault;
}
