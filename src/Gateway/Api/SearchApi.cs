using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/search: finds accounts by whatever a caller on the phone can name.</summary>
internal static class SearchApi
{
    private const int LengthMin = 2;
    private const int LengthMax = 100;

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/search", Search).WithTags("Search").Reads(Permissions.CustomersRead)
            .Refuses(ProblemCode.SearchTextInvalid)
            .WithSummary(
                "Finds accounts by id, name, phone, e-mail, service point, meter, invoice, payment, amount or what a "
                + "payer wrote; at most 50, and where there are so many, there may be more.");

    /// <summary>Whether a text can be searched for.</summary>
    internal static bool IsUsable(string text) =>
        text.Length is >= LengthMin and <= LengthMax && !text.Any(char.IsControl);

    private static async Task<Results<Ok<ImmutableArray<SearchHit>>, ProblemHttpResult>> Search(
        string? q, Caller caller, IReports reports, CancellationToken cancellation)
    {
        var text = q?.Trim() ?? "";
        if (!IsUsable(text))
            return Refused.With(ProblemCode.SearchTextInvalid, $"q must have {LengthMin} to {LengthMax} characters.");
        return TypedResults.Ok(await reports.Search(caller.Scope, text, cancellation));
    }
}
