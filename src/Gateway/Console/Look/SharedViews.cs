using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Storage.Users;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingActors.Gateway.Console.Look;

/// <summary>
/// Views of a list that people keep for everybody who may see the list, and those a role begins with. They narrow
/// what is shown and give nobody a right.
/// </summary>
internal sealed class SharedViews(Desk desk, DeskViews own, IViewSettingStore store)
{
    // No person has such an id: ids have no parentheses.
    private const string Everybody = "(everybody)";
    private const string OfRole = "(role)";

    // Where a page goes on is no filter.
    private const string AfterName = "after";

    /// <summary>Who says what a role begins with.</summary>
    public const string DefaultsPermission = Permissions.UsersManage;

    /// <summary>Views of a list that are shared, by name.</summary>
    public async Task<ImmutableArray<SharedView>> Of(string list, CancellationToken cancellation) =>
        await store.Find(Everybody, Key(list), cancellation) is { } text
            ? JsonSerializer.Deserialize<ImmutableArray<SharedView>>(text)
            : [];

    /// <summary>Shares a view; false where no more fit, or somebody else shares one by the name.</summary>
    public async Task<bool> Share(string list, SavedView view, CancellationToken cancellation)
    {
        var person = (await desk.Caller(cancellation)).PersonId;
        var known = await Of(list, cancellation);
        if (known.Any(one => one.Name == view.Name && one.OwnerId != person))
            return false;
        var others = known.RemoveAll(one => one.Name == view.Name);
        return others.Length < SavedViews.CountMax
            && await Save(list, others.Add(new SharedView(view.Name, view.Address, person)), cancellation);
    }

    /// <summary>Takes a view back that the person shared.</summary>
    public async Task Withdraw(string list, string name, CancellationToken cancellation)
    {
        var person = (await desk.Caller(cancellation)).PersonId;
        await Save(
            list,
            (await Of(list, cancellation)).RemoveAll(one => one.Name == name && one.OwnerId == person),
            cancellation);
    }

    /// <summary>
    /// The view a person's first role with one begins with; null where none has. Columns the person chose go before
    /// those of the role.
    /// </summary>
    public async Task<ListQuery?> DefaultOf(string list, CancellationToken cancellation)
    {
        foreach (var role in (await desk.Caller(cancellation)).Roles.Order(StringComparer.Ordinal))
        {
            if (await store.Find(OfRole + role, Key(list), cancellation) is { Length: > 0 } address)
                return await InOwnColumns(list, SavedViews.QueryOf(new SavedView("", address)), cancellation);
        }
        return null;
    }

    /// <summary>
    /// What a list begins with: what its address asks for; else where the person's role was told to begin; else
    /// something of the list's own. Whoever searches means everybody.
    /// </summary>
    public Task<ListQuery> Begin(
        string list, string address, ListQuery otherwise, CancellationToken cancellation) => Begin(
            list,
            ListQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(new Uri(address).Query))).With(AfterName, null),
            otherwise,
            cancellation);

    /// <summary>What a list begins with, where its page knows what its address asks for.</summary>
    public async Task<ListQuery> Begin(
        string list, ListQuery asked, ListQuery otherwise, CancellationToken cancellation)
    {
        if (!asked.Columns.IsEmpty)
            return asked;
        var begun = asked.ToAddress().Length > 0 ? asked : await DefaultOf(list, cancellation) ?? otherwise;
        return await InOwnColumns(list, begun, cancellation);
    }

    private async Task<ListQuery> InOwnColumns(string list, ListQuery query, CancellationToken cancellation) =>
        await own.Columns(list, cancellation) is { IsEmpty: false } chosen ? query with { Columns = chosen } : query;

    /// <summary>Says what a role begins with; an empty query for all.</summary>
    public async Task<bool> MakeDefault(
        string list, string role, ListQuery query, CancellationToken cancellation)
    {
        if (!await desk.May(DefaultsPermission, cancellation) || !Role.All.Contains(role, StringComparer.Ordinal))
            return false;
        // What is somebody's own is not the role's.
        var person = (await desk.Caller(cancellation)).PersonId;
        var filters = query.Filters.RemoveRange(query.Filters.Where(one => one.Value == person).Select(one => one.Key));
        var address = SavedViews.WithoutText(query with { Filters = filters }).ToAddress();
        if (address.Length > IViewSettingStore.LengthMax)
            return false;
        await store.Save(OfRole + role, Key(list), address, cancellation);
        return true;
    }

    private static string Key(string list) => "views/" + list;

    private async Task<bool> Save(string list, ImmutableArray<SharedView> views, CancellationToken cancellation)
    {
        var text = JsonSerializer.Serialize(views.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name)));
        if (text.Length > IViewSettingStore.LengthMax)
            return false;
        await store.Save(Everybody, Key(list), text, cancellation);
        return true;
    }
}
