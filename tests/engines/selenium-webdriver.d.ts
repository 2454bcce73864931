// Two modules of the package that its types leave out.
declare module "selenium-webdriver/net/portprober.js" {
  export function findFreePort(host: string): Promise<number>;
}

declare module "selenium-webdriver/remote/index.js" {
  export class DriverService {
    constructor(program: string, options: { loopback: boolean; port: number; args: string[] });
    start(): Promise<string>;
    kill(): Promise<void>;
  }
}
