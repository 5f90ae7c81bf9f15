using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>A number that was ported keeps its digits; what it costs goes by its route.</summary>
public sealed class PortedNumberTests
{
    // 4917 is the own network; the second call is routed by a prefix of another one.
    [Fact]
    public void A_ported_number_costs_what_its_route_costs()
    {
        var request = Rated(Plan("minute", Rate("4917", 0m, 60, 60), Rate("999", 0.1m, 60, 60)));

        Assert.Equal(0m, request.Alone(Call("1", Workday, 60, "491761")).Amount);
        Assert.Equal(0.1m, request.Alone(Call("2", Workday, 60, "491761") with { Route = "999491761" }).Amount);
    }
}
