using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Storage.Users;

namespace BillingActors.Gateway.Console.Look;

/// <summary>
/// The accounts and invoices each person opened last. Their ids are kept and no names: these are read when they are
/// shown, so that who was erased or restricted meanwhile is not named here either.
/// </summary>
internal sealed partial class Recents(
    IViewSettingStore store, IGrainFactory grains, ILogger<Recents> log)
{
    /// <summary>How many are kept.</summary>
    public const int CountMax = 8;

    private const string Name = "recents";

    /// <summary>
    /// Somebody opened the page of an account, or of an invoice of it. The page is shown whether that can be kept or
    /// not.
    /// </summary>
    public async Task Opened(Caller caller, RecentPage page, CancellationToken cancellation)
    {
        try
        {
            await Keep(caller, page, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogFault(log, fault);
        }
    }

    /// <summary>What the person opened last and may still see, newest first.</summary>
    public async Task<ImmutableArray<RecentPage>> Of(Caller caller, CancellationToken cancellation)
    {
        if (!RolePermissions.Allow(caller.Roles, Permissions.CustomersRead))
            return [];
        var pages = (await Kept(caller, cancellation)).Where(one => caller.Scope.Allows(one.EntityId)).ToList();
        var named = pages.Select(async one => one with { CustomerName = await NameOf(caller, one, cancellation) });
        return [.. await Task.WhenAll(named)];
    }

    private async Task<string?> NameOf(Caller caller, RecentPage page, CancellationToken cancellation) =>
        (await grains.Find(caller, (MasterKindName.Customer, page.CustomerId), cancellation))?.Content.Customer?.Name;

    private async Task Keep(Caller caller, RecentPage page, CancellationToken cancellation)
    {
        var known = await Kept(caller, cancellation);
        if (known is [var newest, ..] && newest == page)
            return;
        ImmutableArray<RecentPage> pages = [page, .. known.Where(one => !one.IsSame(page)).Take(CountMax - 1)];
        var text = JsonSerializer.Serialize(pages);
        if (text.Length <= IViewSettingStore.LengthMax)
            await store.Save(caller.PersonId, Name, text, cancellation);
    }

    private async Task<ImmutableArray<RecentPage>> Kept(Caller caller, CancellationToken cancellation) =>
        await store.Find(caller.PersonId, Name, cancellation) is { } text
            ? JsonSerializer.Deserialize<ImmutableArray<RecentPage>>(text)
            : [];

    [LoggerMessage(LogLevel.Warning, "What somebody opened could not be kept")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
