using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tests.Oracle.Drawing;
using BillingActors.Domain.Tests.Oracle.Rules;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle;

/// <summary>
/// The engine against a second one that was written apart from it and rates with exact fractions. Exact amounts agree
/// to 10^-18 of a unit of the currency, which is what decimals of 28 digits leave of sums below ten million; rounded
/// amounts, taxes and totals agree to the last minor unit. BILLING_ORACLE_SEED and BILLING_ORACLE_BILLS choose others.
/// </summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const ulong SeedDefault = 20_251_125;
    private const int BillsDefault = 100_000;

    // Features that must not get lost from what is drawn: so many bills of a hundred thousand at least.
    private const int ReachedLeast = 100;

    // Lengths of ten rows in turn: 17 bills.
    private static readonly int[] _lengths = [1, 1, 1, 1, 1, 1, 2, 2, 3, 4];

    [Fact]
    public void Random_bills_agree_with_exact_fractions()
    {
        var seed = Number("BILLING_ORACLE_SEED", SeedDefault);
        var bills = (int)Number("BILLING_ORACLE_BILLS", BillsDefault);
        output.WriteLine($"seed {seed}, {bills} bills");
        var generator = new BillGenerator(seed);
        var reached = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var differences = new ConcurrentQueue<string>();
        var (rated, lines) = (0, 0L);
        Parallel.For(0, RowsOf(bills), new ParallelOptions { MaxDegreeOfParallelism = 2 }, (number, loop) =>
        {
            var (requests, features) = generator.Row(number, _lengths[number % _lengths.Length]);
            var (engine, oracle) = (Domain.Rating.State.RatingState.Empty, new OracleState());
            foreach (var request in requests)
            {
                var result = ContractRating.Rate(request with { State = engine });
                var (expected, hold) = Expected(request, oracle);
                Interlocked.Increment(ref rated);
                Interlocked.Add(ref lines, expected.Count);
                foreach (var shown in Features.ShownBy(request, result).Distinct())
                    reached.AddOrUpdate(shown, 1, static (_, count) => count + 1);
                if (hold is not null && result.Holds.Any(one => one.Code == hold))
                    break;
                if (Difference(request, result, expected, reached) is { } difference)
                {
                    differences.Enqueue($"row {number} of seed {seed}, bill of {request.Service}: {difference}");
                    if (differences.Count >= 20)
                        loop.Stop();
                    return;
                }
                engine = result.State;
            }
            foreach (var feature in features)
                reached.AddOrUpdate(feature, requests.Length, (_, count) => count + requests.Length);
        });
        output.WriteLine($"{rated} bills with {lines} lines agree");
        foreach (var (feature, count) in reached.OrderBy(static entry => entry.Value))
            output.WriteLine($"{count,7} {feature}");
        Assert.True(differences.IsEmpty, string.Join("\n", differences.Take(20)));
        Assert.True(rated >= bills, $"only {rated} bills");
        CheckReached(reached, bills);
    }

    private static int RowsOf(int bills)
    {
        var perTurn = _lengths.Sum();
        // A few rows end early, where a bill is held.
        return (bills + (bills / 50) + perTurn - 1) / perTurn * _lengths.Length;
    }

    private static ulong Number(string variable, ulong standard) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given
            ? ulong.Parse(given, CultureInfo.InvariantCulture)
            : standard;

    private static void CheckReached(ConcurrentDictionary<string, int> reached, int bills)
    {
        if (bills < BillsDefault)
            return;
        foreach (var feature in Features.All)
        {
            var count = reached.GetValueOrDefault(feature);
            Assert.True(count >= ReachedLeast, $"only {count} bills reach \"{feature}\"");
        }
    }

    private static (List<OracleLine> Lines, string? Hold) Expected(RatingRequest request, OracleState state)
    {
        try
        {
            return (OracleBill.Rate(request, state), null);
        }
        catch (OracleHeldException held)
        {
            return ([], held.Code);
        }
    }

    private static string? Difference(
        RatingRequest request, RatingResult result, List<OracleLine> expected,
        ConcurrentDictionary<string, int> reached)
    {
        if (!result.Holds.IsEmpty)
            return $"held: {string.Join("; ", result.Holds)}";
        if (result.Lines.Length != expected.Count)
            return $"{result.Lines.Length} lines, not {expected.Count}\n{Print(result.Lines, expected)}";
        for (var i = 0; i < expected.Count; i++)
        {
            if (!IsSame(result.Lines[i], expected[i]))
                return $"line {i}\n{Print(result.Lines, expected)}";
        }
        var context = new OracleContext(request, new OracleState());
        var taxed = TaxCalculation.Of(new TaxRequest(result.Lines, result.Taxes, request.Currency));
        var engine = taxed.Taxes;
        var taxes = OracleTaxes.Of(request, expected);
        var whole = expected.Sum(static line => line.Minor) + taxes.Values.Sum(static tax => tax.Tax);
        var exact = expected.Count > 0 ? OracleRounding.Limited(context, whole) : whole;
        if (whole != exact)
            reached.AddOrUpdate("a bill brought to a limit", 1, static (_, count) => count + 1);
        // What a limit adds or takes off has taxes in it, of which the laws of taxes tell.
        var areTaxes = whole != exact || engine.Length == taxes.Count && engine.All(tax =>
            taxes.TryGetValue((tax.Code, tax.Percent), out var known)
            && known == (tax.Base.Minor, tax.Amount.Minor));
        var total = taxed.Lines.Sum(static line => line.Amount.Minor) + engine.Sum(static tax => tax.Amount.Minor);
        // What no line is for is not rounded.
        if (expected.Count > 0)
            exact += OracleRounding.OfTotal(context, exact);
        return areTaxes && total == exact ? null : $"taxes or total {total}, not {exact}";
    }

    private static bool IsSame(RatedLine line, OracleLine expected) =>
        line.Code == expected.Code && line.Tier == expected.Tier && line.TimeOfUse == expected.TimeOfUse
        && DaySpan.Of(line.Period) == expected.Days && line.Amount.Minor == expected.Minor
        && line.TariffVersion == expected.TariffVersion
        && IsNear(line.ExactAmount, expected.Exact) && IsNear(line.Quantity, expected.Quantity);

    private static bool IsNear(decimal number, Rational exact)
    {
        var apart = Rational.Abs(number - exact);
        return apart.IsZero || apart * 1_000_000_000_000_000_000L <= 1;
    }

    private static string Print(IEnumerable<RatedLine> lines, List<OracleLine> expected)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"  engine {line.Code} {line.Period} [{line.TimeOfUse}|{line.Tier}] {line.Quantity} ="
                + $" {line.ExactAmount} ({line.Amount.Minor})");
        }
        foreach (var line in expected)
            text.AppendLine(CultureInfo.InvariantCulture, $"  oracle {line}");
        return text.ToString();
    }
}
