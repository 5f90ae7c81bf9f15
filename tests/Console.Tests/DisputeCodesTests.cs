using BillingActors.Domain.Disputes;
using BillingActors.Gateway.Console.Look;

namespace BillingActors.Console.Tests;

public sealed class DisputeCodesTests
{
    [Fact]
    public void Where_an_entity_keeps_no_list_people_choose_from_that_of_the_domain()
    {
        Assert.Equal(
            DisputePolicy.Default.Reasons.Select(reason => (reason.Code, reason.Name)),
            DisputeCodes.Reasons.Select(reason => (reason.Code, reason.Name)));
        Assert.Equal(
            DisputePolicy.Default.RootCauses.Select(cause => (cause.Code, cause.Name)),
            DisputeCodes.RootCauses.Select(cause => (cause.Code, cause.Name)));
    }
}
