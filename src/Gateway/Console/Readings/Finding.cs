using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>The search of the console: that of the API, for those who may search.</summary>
internal sealed class Finding(IReports reports)
{
    /// <summary>What is found; nothing for a text that is too short or a person that may not search.</summary>
    public async Task<ImmutableArray<SearchHit>> Find(Caller caller, string text, CancellationToken cancellation) =>
        SearchApi.IsUsable(text) && RolePermissions.Allow(caller.Roles, Permissions.CustomersRead)
            ? await reports.Search(caller.Scope, text, cancellation)
            : [];
}
