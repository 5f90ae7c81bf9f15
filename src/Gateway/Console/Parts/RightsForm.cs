using BillingActors.Gateway.Auth;
using BillingActors.Storage.Users;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>The rights of a person or key while somebody types them.</summary>
internal sealed class RightsForm
{
    public string Name { get; set; } = "";

    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    public string Entities { get; set; } = "";

    public bool IsActive { get; set; } = true;

    /// <summary>The legal entities, as they are typed with spaces between.</summary>
    public string[] EntityIds => Entities.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    public static RightsForm Of(StoredUser user)
    {
        var form = new RightsForm
        {
            Name = user.Name,
            Entities = string.Join(' ', user.Entities),
            IsActive = user.IsActive,
        };
        form.Roles.UnionWith(user.Roles);
        return form;
    }

    public void Switch(string role)
    {
        if (!Roles.Remove(role))
            Roles.Add(role);
    }

    public UserRights ToRights() =>
        new(Name.Trim(), [.. Role.All.Where(Roles.Contains)], [.. EntityIds], IsActive);
}
