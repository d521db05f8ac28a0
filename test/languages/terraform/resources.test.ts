// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates with the same braces.
import { terraform } from "../../../src/languages/terraform/index.ts";
import { firstLine, MemoryReader, spanText } from "../../../src/source/index.ts";
import { chainOf, concatenate, literal, describe as rendered, type Value } from "../../../src/value/index.ts";
import { evaluated, plain, resource } from "./stack.ts";

const NETWORK = `
resource "azurerm_virtual_network" "hub" {
  name = "vnet-hub"
}
`;

describe("references", () => {
  test("a declared argument comes with the resource that it was read from", async () => {
    const stack = await evaluated(`${NETWORK}resource "azurerm_subnet" "app" {
  virtual_network_name = azurerm_virtual_network.hub.name
}`);
    const name = resource(stack, "azurerm_subnet.app").body.entries.get("virtual_network_name") as Value;
    expect(plain(name)).toBe("vnet-hub");
    expect(name.via?.resource).toBe(resource(stack, "azurerm_virtual_network.hub"));
    expect(name.via?.attribute).toBe("name");
  });

  test("an attribute that only the cloud knows is the same symbol for everyone, in its own module", async () => {
    const stack = await evaluated(`${NETWORK}output "it" {
  value = [azurerm_virtual_network.hub.guid == azurerm_virtual_network.hub.guid, azurerm_virtual_network.hub.guid]
}`);
    expect(plain(stack.outputs.get("it") as Value)).toEqual([true, "«azurerm_virtual_network.hub.guid»"]);
  });

  test("an argument that was itself read from another resource goes on naming that one", async () => {
    const stack = await evaluated(`${NETWORK}
resource "azurerm_subnet" "app" {
  name                 = "app"
  virtual_network_name = azurerm_virtual_network.hub.name
}
output "it" {
  value = azurerm_subnet.app.virtual_network_name
}`);
    expect(stack.outputs.get("it")?.via?.resource.address).toBe("azurerm_virtual_network.hub");
  });

  test("ids take the shape that the resource types give them", async () => {
    const idOf = (one: {
      readonly type: string;
      readonly body: { readonly entries: ReadonlyMap<string, Value> };
    }) =>
      one.type === "azurerm_virtual_network"
        ? concatenate([literal("/networks/"), one.body.entries.get("name") as Value])
        : undefined;
    const session = terraform.open(
      new MemoryReader({
        "main.tf": `${NETWORK}output "it" {\n value = "\${azurerm_virtual_network.hub.id}/x"\n}\noutput "id" {\n value = azurerm_virtual_network.hub.id\n}`,
      }),
      { idOf },
    );
    const stack = await session.evaluate({ language: "terraform", path: "." });
    expect(plain(stack.outputs.get("it") as Value)).toBe("/networks/vnet-hub/x");
    expect(stack.outputs.get("id")?.via?.attribute).toBe("id");
  });

  test("a computed attribute inside a declared block is known to the cloud alone", async () => {
    const stack = await evaluated(`resource "azurerm_firewall" "this" {
  ip_configuration {
    name = "a"
  }
}
output "it" {
  value = azurerm_firewall.this.ip_configuration[0].private_ip_address
}`);
    const address = stack.outputs.get("it") as Value;
    expect(rendered(address)).toBe("azurerm_firewall.this.ip_configuration[0].private_ip_address");
    expect(address.via?.attribute).toBe("ip_configuration[0].private_ip_address");
    expect(stack.diagnostics).toEqual([]);
  });

  test("the id of a whole resource handed through values is still a reference", async () => {
    const stack = await evaluated(`resource "azurerm_subnet" "this" {
  for_each = { a = 1, b = 2 }
  name     = each.key
}
output "it" {
  value = { for key, subnet in azurerm_subnet.this : key => subnet.id }
}
output "list" {
  value = [for subnet in azurerm_subnet.this : subnet][*].id
}`);
    const ids = stack.outputs.get("it") as Value & { kind: "object" };
    expect(ids.entries.get("b")?.via?.resource.address).toBe('azurerm_subnet.this["b"]');
    const list = stack.outputs.get("list") as Value & { kind: "list" };
    expect(list.items[0]?.via?.resource.address).toBe('azurerm_subnet.this["a"]');
  });
});

describe("count and for_each", () => {
  const addresses = async (source: string): Promise<readonly (readonly [string, string])[]> =>
    (await evaluated(source)).resources.map((one) => [one.address, rendered(one.condition)] as const);

  test("make an instance for each member", async () => {
    expect(await addresses('resource "x_y" "z" {\n  count = 2\n  name = "n${count.index}"\n}')).toEqual([
      ["x_y.z[0]", "true"],
      ["x_y.z[1]", "true"],
    ]);
    expect(await addresses('resource "x_y" "z" {\n  for_each = { b = 1, a = 2 }\n}')).toEqual([
      ['x_y.z["a"]', "true"],
      ['x_y.z["b"]', "true"],
    ]);
    expect(await addresses('resource "x_y" "z" {\n  count = false ? 1 : 0\n}')).toEqual([]);
  });

  test("under an unknown condition the instance exists under that condition", async () => {
    const on = 'variable "on" {\n type = bool\n}\n';
    expect(await addresses(`${on}resource "x_y" "z" {\n  count = var.on ? 1 : 0\n}`)).toEqual([
      ["x_y.z[0]", "var.on"],
    ]);
    expect(await addresses(`${on}resource "x_y" "z" {\n  for_each = var.on ? { a = 1 } : {}\n}`)).toEqual([
      ['x_y.z["a"]', "var.on"],
    ]);
    expect(await addresses(`${on}resource "x_y" "z" {\n  count = var.on ? 0 : 2\n}`)).toEqual([
      ["x_y.z[0]", "!var.on"],
      ["x_y.z[1]", "!var.on"],
    ]);
  });

  test("over something unknown one instance stands for all", async () => {
    const stack = await evaluated(`variable "subnets" {}
resource "azurerm_subnet" "this" {
  for_each = var.subnets
  name     = each.key
}
resource "azurerm_subnet_nat_gateway_association" "this" {
  for_each  = var.subnets
  subnet_id = azurerm_subnet.this[each.key].id
}
resource "x_y" "z" {
  subnet_id = azurerm_subnet.this["app"].id
}`);
    const subnet = resource(stack, "azurerm_subnet.this[each.key]");
    expect(subnet.symbolic).toBe(true);
    expect(rendered(subnet.condition)).toBe("length(var.subnets) > 0");
    const association = resource(stack, "azurerm_subnet_nat_gateway_association.this[each.key]");
    expect(association.body.entries.get("subnet_id")?.via?.resource).toBe(subnet);
    expect(resource(stack, "x_y.z").body.entries.get("subnet_id")?.via?.resource).toBe(subnet);
    expect(stack.diagnostics).toEqual([]);
  });

  test("reading an instance that may not exist is a mistake in that case only", async () => {
    const stack = await evaluated(`variable "on" {
  type = bool
}
resource "x_y" "z" {
  count = var.on ? 1 : 0
  name  = "n"
}
output "first" {
  value = x_y.z[0].name
}
output "tried" {
  value = try(x_y.z[0].name, "none")
}`);
    expect(plain(stack.outputs.get("tried") as Value)).toEqual({ if: "var.on", then: "n", else: "none" });
    expect(plain((stack.outputs.get("first") as Value & { kind: "choice" }).then)).toBe("n");
    expect(stack.diagnostics).toEqual([]);
  });

  test("an instance is named by a key that nobody knows as it is written", async () => {
    const source =
      'variable "p" {}\nresource "x_y" "z" {\n  for_each = { "${var.p}-a" = 1 }\n  name = each.key\n}';
    const stack = await evaluated(source);
    const [only] = stack.resources;
    expect(only?.address).toBe('x_y.z["${var.p}-a"]');
    expect(rendered(only?.body.entries.get("name") as Value)).toBe('"${var.p}-a"');
    expect(only?.symbolic).toBe(false);
  });
});

describe("blocks", () => {
  test("are lists of objects, each with its place", async () => {
    const stack = await evaluated(`resource "x_y" "z" {
  rule {
    name = "a"
  }
  rule {
    name = "b"
  }
  tags = { a = 1 }
}`);
    const { body } = resource(stack, "x_y.z");
    expect(plain(body)).toEqual({ rule: [{ name: "a" }, { name: "b" }], tags: { a: 1 } });
    const rules = body.entries.get("rule") as Value & { kind: "list" };
    expect(spanText(rules.items[1]?.origin?.span as never)).toBe('rule {\n    name = "b"\n  }');
    expect(spanText(body.ranges?.get("tags") as never)).toBe("tags = { a = 1 }");
  });

  test("meta-arguments are not part of what is deployed", async () => {
    const stack = await evaluated(`resource "x_y" "z" {
  count      = 1
  provider   = x.other
  depends_on = [x_y.w]
  name       = "n"
  lifecycle {
    prevent_destroy = true
  }
  provisioner "local-exec" {
    command = self.name
  }
}
resource "x_y" "w" {}`);
    expect(plain(resource(stack, "x_y.z[0]").body)).toEqual({ name: "n" });
    expect(resource(stack, "x_y.z[0]").provider).toEqual({ name: "x.other", major: undefined });
  });

  test("dynamic ones are made for each member, with an iterator, also one within another", async () => {
    const stack = await evaluated(`resource "x_y" "z" {
  dynamic "group" {
    for_each = { a = [1, 2], b = [] }
    iterator = it
    content {
      name = it.key
      dynamic "item" {
        for_each = it.value
        content {
          number = item.value
        }
      }
    }
  }
}`);
    expect(plain(resource(stack, "x_y.z").body)).toEqual({
      group: [
        { name: "a", item: [{ number: 1 }, { number: 2 }] },
        { name: "b", item: [] },
      ],
    });
  });

  test("dynamic ones under an unknown condition exist under it, and over something unknown the end is open", async () => {
    const stack = await evaluated(`variable "on" {
  type = bool
}
variable "rules" {}
resource "x_y" "z" {
  dynamic "one" {
    for_each = var.on ? [1] : []
    content {
      action = "Deny"
    }
  }
  dynamic "many" {
    for_each = var.rules
    content {
      action = many.value.action
    }
  }
}`);
    expect(plain(resource(stack, "x_y.z").body)).toEqual({
      one: [{ if: "var.on", then: { action: "Deny" }, else: undefined }],
      many: [
        { if: "length(var.rules) > 0", then: { action: "«var.rules[each.key].action»" }, else: undefined },
        "...«dynamic many»",
      ],
    });
  });
});

describe("origins", () => {
  test("tell the chain from the argument to the literal", async () => {
    const stack = await evaluated({
      "main.tf":
        'module "m" {\n  source = "./m"\n  open   = local.open\n}\nlocals {\n  open = var.public\n}\nvariable "public" {}',
      "m/main.tf": 'variable "open" {}\nresource "x_y" "z" {\n  public = var.open\n}',
      "terraform.tfvars": "public = true",
    });
    const value = resource(stack, "module.m.x_y.z").body.entries.get("public") as Value;
    expect(
      chainOf(value.origin).map(
        ({ kind, label, span }) =>
          `${kind} ${label} ${span.file.path}:${span.file.position(span.start).line}`,
      ),
    ).toEqual([
      "reference var.open m/main.tf:3",
      "reference local.open main.tf:3",
      "reference var.public main.tf:6",
      "input terraform.tfvars terraform.tfvars:1",
    ]);
  });

  test("a default says that it is one", async () => {
    const stack = await evaluated(
      'variable "o" {\n  default = { open = true }\n}\nresource "x_y" "z" {\n  public = !var.o.open\n}',
    );
    const value = resource(stack, "x_y.z").body.entries.get("public") as Value;
    expect(chainOf(value.origin).map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      "written !var.o.open",
      "reference var.o.open",
      "input-default default of var.o",
    ]);
  });

  test("the whole declaration is the place of a resource", async () => {
    const stack = await evaluated(NETWORK);
    expect(spanText(firstLine(resource(stack, "azurerm_virtual_network.hub").span))).toBe(
      'resource "azurerm_virtual_network" "hub" {',
    );
  });
});
