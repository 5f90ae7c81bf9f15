using System.Globalization;
using System.Reflection;
using BillingActors.Grains.Interfaces;

namespace BillingActors.Grains.Tests.Wire;

/// <summary>
/// What silos and gateways of different versions must agree on, line by line: methods of grain interfaces, members of
/// records by their ids, values of enumerations. Names of members are free; aliases are not.
/// </summary>
internal static class WireContract
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] _types =
        [.. typeof(IAccountGrain).Assembly.GetTypes().Where(type => !type.Name.StartsWith('<'))];

    /// <summary>All of it, sorted.</summary>
    public static IReadOnlyList<string> Lines { get; } =
        [.. Interfaces().Concat(Records()).Concat(Enumerations()).Order(StringComparer.Ordinal)];

    /// <summary>Interfaces, methods and records whose identity would change with their name.</summary>
    public static IEnumerable<string> WithoutAlias() =>
        _types.Where(type => (IsGrain(type) || IsRecord(type)) && AliasOf(type) is null).Select(type => type.FullName!)
            .Concat(from type in _types
                    where IsGrain(type)
                    from method in type.GetMethods()
                    where AliasOf(method) is null
                    select $"{type.Name}.{method.Name}");

    /// <summary>Records that use an id twice.</summary>
    public static IEnumerable<string> WithDoubleIds() =>
        from type in _types
        where IsRecord(type) && MembersOf(type).GroupBy(member => member.Id).Any(shared => shared.Count() > 1)
        select type.FullName;

    private static IEnumerable<string> Interfaces() =>
        from type in _types
        where IsGrain(type)
        from method in type.GetMethods()
        let parameters = method.GetParameters().Select(parameter => NameOf(parameter.ParameterType))
        select $"interface {NameOf(type)}: {AliasOf(method) ?? method.Name}({string.Join(", ", parameters)}) "
            + NameOf(method.ReturnType);

    private static IEnumerable<string> Records() =>
        from type in _types
        where IsRecord(type)
        from line in MembersOf(type)
            .Select(member => string.Create(
                CultureInfo.InvariantCulture, $"record {NameOf(type)}: {member.Id} {NameOf(member.Type)}"))
            .Prepend($"record {NameOf(type)}")
        select line;

    private static IEnumerable<string> Enumerations() =>
        from type in _types
        where type is { IsEnum: true, IsPublic: true }
        from name in Enum.GetNames(type)
        select $"enum {NameOf(type)}: {name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}";

    private static IEnumerable<(uint Id, Type Type)> MembersOf(Type type) =>
        type.GetProperties(Own).Select(property => ((MemberInfo)property, property.PropertyType))
            .Concat(type.GetFields(Own).Select(field => ((MemberInfo)field, field.FieldType)))
            .Where(member => member.Item1.IsDefined(typeof(IdAttribute)))
            .Select(member => (member.Item1.GetCustomAttribute<IdAttribute>()!.Id, member.Item2));

    private static bool IsGrain(Type type) => type.IsInterface && type.IsAssignableTo(typeof(IAddressable));

    private static bool IsRecord(Type type) => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false);

    private static string? AliasOf(MemberInfo member) =>
        member.GetCustomAttributes<AliasAttribute>(inherit: false).FirstOrDefault()?.Alias;

    private static string NameOf(Type type)
    {
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return type.Name;
        var name = (type.IsGenericType ? AliasOf(type.GetGenericTypeDefinition()) : AliasOf(type))
            ?? type.Name.Split('`')[0];
        return type.IsGenericType
            ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : name;
    }
}
