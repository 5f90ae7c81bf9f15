using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tests.Oracle.Drawing;

namespace BillingActors.Domain.Tests.Oracle;

/// <summary>Every line of random bills of all kinds explains itself.</summary>
public sealed class LineExplanationTests
{
    private const int RowCount = 3_000;

    [Fact]
    public void Every_line_of_any_bill_says_where_it_comes_from()
    {
        var generator = new BillGenerator(20_251_127);
        var (count, kinds) = (0, new HashSet<string>(StringComparer.Ordinal));
        for (var number = 0; number < RowCount; number++)
        {
            var state = RatingState.Empty;
            foreach (var request in generator.Row(number, 2).Bills)
            {
                var result = ContractRating.Rate(request with { State = state });
                foreach (var line in result.Lines)
                {
                    Check(request, line);
                    kinds.Add(line.Source.Kind);
                    count++;
                }
                state = result.State;
            }
        }
        Assert.True(count > 20_000, $"{count} lines");
        // Intervals, determinants, calls, events, days, charges before.
        Assert.True(kinds.Count >= 6, string.Join(", ", kinds));
    }

    private static void Check(RatingRequest request, RatedLine line)
    {
        Assert.All([line.Code, line.Text, line.Unit, line.Source.Kind, line.Source.Reference],
            text => Assert.False(string.IsNullOrWhiteSpace(text), line.ToString()));
        var versions = request.Tariff.Versions.Select(version => $"{request.Tariff.Id}@{version.Number}");
        Assert.Contains(line.TariffVersion, versions);
        Assert.True(line.Period.From >= request.Service.From || line.Source.Kind == "events", line.ToString());
        Assert.Equal(Rounding.ToMoney(line.ExactAmount, request.Currency), line.Amount);
        Assert.InRange(line.Source.EstimatedShare, 0m, 1m);
    }
}
