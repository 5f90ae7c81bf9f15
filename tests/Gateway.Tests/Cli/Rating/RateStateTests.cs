using BillingActors.Cli.Rating.Files;
using BillingActors.Domain.Rating.State;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>The state file holds all that a rating leaves behind.</summary>
public sealed class RateStateTests
{
    private static readonly Period January = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1));
    private static readonly Instant Noon = Instant.FromUtc(2025, 1, 31, 12, 0);

    private static readonly RatingState Full = new(
        [
            new PeakDemand("demand", January, "peak", 12.345m),
            new PeakDemand("transmission", January, null, 20m) { EventAt = Noon },
        ],
        [new EnergyBank("net", null, "kWh", 80.5m, January.From)],
        [
            new BucketBalance("data", "byte", 1_000_000_000m, Noon, null) { Subscriber = "49170", RolledOver = 2 },
            new BucketBalance("voice", "second", 0.1m, Noon, Noon.Plus(Duration.FromTicks(1))),
        ],
        [new WindowCounter("cap", "", January, 0.0000001m)],
        [new BilledAmount("seats", "1|peak", January, -3.5m, -1234, "team@2")])
    {
        Sessions = [new CallSession("s", "call", "49170", Noon, true, 61m, 120m, 0.123456789m, 0.12m)],
    };

    [Fact]
    public void What_is_written_is_read_again()
    {
        var text = StateJson.Write(Full);
        var read = StateJson.Read(text);

        Assert.Equal(text, StateJson.Write(read));
        foreach (var list in typeof(RatingState).GetProperties().Where(member => member.Name != "Empty"))
        {
            // A list of the state that the sample leaves empty would not be proved.
            var expected = ((System.Collections.IEnumerable)list.GetValue(Full)!).Cast<object>().ToList();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, ((System.Collections.IEnumerable)list.GetValue(read)!).Cast<object>());
        }
    }

    [Fact]
    public void Nothing_is_a_state_too()
    {
        Assert.Equal(StateJson.Write(RatingState.Empty), StateJson.Write(StateJson.Read("{}")));
    }
}
